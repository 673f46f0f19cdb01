import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type BoardAnswer, type BoardListing, createBoardBody } from '../../shared/api/boards.ts'
import { readFlat } from '../../shared/document/read.ts'
import { cleanTitle } from '../../shared/review/names.ts'
import { boardAnswer, boardListings, described, meOf, secretsOf } from './answers.ts'
import type { RouteParts } from './app.ts'
import type { Asked } from './asking.ts'
import { jsonBody, noForm } from './json-body.ts'
import { startsBoards } from './new-board.ts'
import { invalidField } from './problem.ts'
import { byPerson, limited } from './rate-limits.ts'

/** Boards as a whole: start one, list mine, look at one, delete one. */
export function boardRoutes(parts: RouteParts) {
  const { asking, boards, facilitation, limits, store } = parts
  const { identified, onBoard, member, facilitator } = asking

  const start = startsBoards(parts)

  /** What a new board takes over from one that its creator is on. */
  async function patternOf(like: string | undefined, person: string) {
    if (like === undefined) return undefined
    const live = await boards.open(like)
    const member = live?.members.get(person)
    if (live === undefined || member === undefined || member.left !== undefined)
      throw invalidField('like', 'a review that you are on')
    const { agenda, sections, settings } = readFlat(live.doc, 'session')
    await live.settled()
    return { agenda, sections, settings }
  }

  const looking = limited(limits.looking, byPerson)

  return new Hono<Asked>()
    .post(
      '/boards',
      describeRoute(described('Start a review', { 201: boardAnswer })),
      limited(limits.creating, asking.addressOf),
      jsonBody(createBoardBody),
      async (c) => {
        const body = c.req.valid('json')
        if (cleanTitle(body.title) === '') throw invalidField('title', 'a title')
        const { answer } = await start(c, {
          name: body.name,
          title: body.title,
          others: 0,
          make: async (creator) => facilitation.newBoard(body, creator, await patternOf(body.like, creator.id)),
        })
        return c.json(answer, 201)
      },
    )
    .get(
      '/boards',
      describeRoute(described('The reviews I am on', { 200: boardListings })),
      identified,
      looking,
      async (c) => {
        const listings: readonly BoardListing[] = await store.boards.listFor(c.get('person'))
        return c.json(listings)
      },
    )
    .get(
      '/boards/:id',
      describeRoute(described('One review, and who I am on it', { 200: boardAnswer })),
      identified,
      looking,
      onBoard,
      member,
      async (c) => {
        const { live, me } = c.var
        const { title } = readFlat(live.doc, 'session')
        const answer: BoardAnswer = {
          board: { id: live.id, title, epoch: await store.epoch() },
          me: meOf(me),
          ...(me.role === 'facilitator' && { invites: secretsOf(live.invites.values()) }),
        }
        await live.settled()
        return c.json(answer)
      },
    )
    .delete(
      '/boards/:id',
      describeRoute(described('Delete a review and all that belongs to it', { 204: undefined })),
      identified,
      onBoard,
      member,
      facilitator,
      limited(limits.changes, byPerson),
      noForm,
      async (c) => {
        const { id } = c.get('live')
        await store.boards.remove(id)
        await boards.drop(id)
        return c.body(null, 204)
      },
    )
}
