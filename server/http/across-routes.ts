import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type EarlierAnswer, type EarlierReview, type SearchAnswer, searchBody } from '../../shared/api/across.ts'
import type { BoardListing } from '../../shared/api/boards.ts'
import { readEntries } from '../../shared/document/read.ts'
import { snapshotOf } from '../../shared/document/snapshot.ts'
import { findWords } from '../../shared/report/search.ts'
import { inCommon } from '../../shared/report/seen-before.ts'
import type { LiveBoard } from '../rooms/live-board.ts'
import { BoardDamaged } from '../store/port.ts'
import { described, earlierAnswer, searchAnswer } from './answers.ts'
import type { RouteParts } from './app.ts'
import type { Asked } from './asking.ts'
import { atOnce, isGoingOut } from './at-once.ts'
import { jsonBody } from './json-body.ts'
import { tooManyAtOnce } from './problem.ts'
import { byPerson, limited } from './rate-limits.ts'

/** What goes over several of my reviews: only those I am on, and of each only what its report tells. */
export function acrossRoutes({ asking, boards, limits, httpLimits, store, timers }: RouteParts) {
  const { identified, onBoard, member } = asking
  const bounded = [
    limited(limits.across, byPerson),
    atOnce({
      most: httpLimits.acrossAtOnce,
      who: byPerson,
      problem: () => tooManyAtOnce('You are looking through your reviews already.'),
      isUnderWay: isGoingOut,
    }),
  ] as const

  /** Others are served first. What is in memory already comes without a wait, and fifty reviews of it are long. [ACROSS6] */
  const othersFirst = () => new Promise<void>((resolve) => timers.soon(resolve))

  /** As it is on the disk; null where it is gone, can't be read, or this person is not on it any more. */
  async function read<S>(board: string, person: string, take: (doc: LiveBoard['doc']) => S): Promise<S | null> {
    try {
      const live = await boards.open(board)
      await othersFirst()
      const me = live?.members.get(person)
      if (live === undefined || me === undefined || me.left !== undefined) return null
      const taken = take(live.doc)
      await live.settled()
      return taken
    } catch (error) {
      if (error instanceof BoardDamaged) return null
      throw error
    }
  }

  /** One after another, with others in between. The newest, since there may be a thousand. */
  async function each<S, T>(mine: readonly BoardListing[], person: string, { take, look }: Looking<S, T>) {
    const looked: T[] = []
    let unread = Math.max(0, mine.length - httpLimits.reviewsAcross)
    for (const listing of mine.slice(0, httpLimits.reviewsAcross)) {
      const snapshot = await read(listing.id, person, take)
      await othersFirst()
      if (snapshot === null) unread += 1
      else looked.push(...look(listing, snapshot))
    }
    return { looked, unread }
  }

  return new Hono<Asked>()
    .post(
      '/boards/search',
      describeRoute(described('Look for words in the reviews I am on', { 200: searchAnswer })),
      identified,
      ...bounded,
      jsonBody(searchBody),
      async (c) => {
        const { words } = c.req.valid('json')
        const person = c.get('person')
        const { looked, unread } = await each(await store.boards.listFor(person), person, {
          take: snapshotOf,
          look: ({ id }, snapshot) => {
            const excerpts = findWords(snapshot, words)
            return excerpts === null ? [] : [{ id, excerpts }]
          },
        })
        const answer: SearchAnswer = { found: looked, unread }
        return c.json(answer)
      },
    )
    .get(
      '/boards/:id/earlier',
      describeRoute(described('What my earlier reviews have in common with this one', { 200: earlierAnswer })),
      identified,
      ...bounded,
      onBoard,
      member,
      async (c) => {
        const { live } = c.var
        const person = c.get('person')
        const here = sharedParts(live.doc)
        await live.settled()
        const mine = await store.boards.listFor(person)
        const since = mine.find(({ id }) => id === live.id)?.createdAt ?? Number.POSITIVE_INFINITY
        const earlier = mine.filter(({ id, createdAt }) => id !== live.id && createdAt <= since)
        const { looked, unread } = await each(earlier, person, {
          take: sharedParts,
          look: ({ id, title, createdAt }, there): EarlierReview[] => {
            const common = inCommon(here, there)
            return common.services.length + common.causes.length === 0 ? [] : [{ id, title, createdAt, ...common }]
          },
        })
        const answer: EarlierAnswer = { reviews: looked, unread }
        return c.json(answer)
      },
    )
}

interface Looking<S, T> {
  /** What of a board is needed: reading all of it costs more. */
  readonly take: (doc: LiveBoard['doc']) => S
  readonly look: (listing: BoardListing, taken: S) => readonly T[]
}

function sharedParts(doc: LiveBoard['doc']) {
  const [services, causes] = [readEntries(doc, 'services'), readEntries(doc, 'causes')]
  return { services, causes, actions: readEntries(doc, 'actions'), people: readEntries(doc, 'people') }
}
