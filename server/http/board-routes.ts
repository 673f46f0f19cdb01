import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type BoardAnswer, type BoardListing, createBoardBody } from '../../shared/api/boards.ts'
import { readFlat } from '../../shared/document/read.ts'
import { cleanName, cleanTitle, colorFor } from '../../shared/review/names.ts'
import type { Member } from '../store/port.ts'
import { boardAnswer, boardListings, described, meOf, secretsOf } from './answers.ts'
import type { RouteParts } from './app.ts'
import type { Asked } from './asking.ts'
import { jsonBody, noForm } from './json-body.ts'
import { invalidField, tooManyBoards } from './problem.ts'
import { byPerson, limited } from './rate-limits.ts'

/** Boards as a whole: start one, list mine, look at one, delete one. */
export function boardRoutes({ asking, boards, facilitation, limits, httpLimits, now, newId, store }: RouteParts) {
  const { identified, onBoard, member, facilitator } = asking

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

  /** How many boards somebody facilitates. */
  async function leads(person: string): Promise<number> {
    const listings = await store.boards.listFor(person)
    return listings.filter(({ role }) => role === 'facilitator').length
  }

  return new Hono<Asked>()
    .post(
      '/boards',
      describeRoute(described('Start a review', { 201: boardAnswer })),
      limited(limits.creating, asking.addressOf),
      jsonBody(createBoardBody),
      async (c) => {
        const body = c.req.valid('json')
        const name = cleanName(body.name)
        if (name === '') throw invalidField('name', 'a name')
        if (cleanTitle(body.title) === '') throw invalidField('title', 'a title')
        const known = asking.personOf(c)
        if (known !== undefined && (await leads(known)) >= httpLimits.boardsPerPerson) {
          throw tooManyBoards(httpLimits.boardsPerPerson)
        }
        const person = known ?? newId()
        const creator: Member = {
          id: person,
          name,
          color: colorFor(0),
          role: 'facilitator',
          joinedAt: now(),
          counts: true,
        }
        const { id, createdAt, first } = facilitation.newBoard(body, creator, await patternOf(body.like, person))
        await store.boards.create({ id, createdAt }, first)
        asking.remember(c, person)
        const answer: BoardAnswer = {
          board: { id, title: cleanTitle(body.title), epoch: await store.epoch() },
          me: meOf(creator),
          invites: secretsOf(first.invites),
        }
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
