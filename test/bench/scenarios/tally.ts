import * as Y from 'yjs'
import { readEntries, readFlat } from '../../../shared/document/read.ts'
import { noteId, noteText } from '../contestant.ts'
import { Line } from '../line.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { within } from '../typing.ts'

const notes = 30
const votesEach = 5
const atOnce = 100

/** Everyone has voted; the facilitator counts. */
export const tally: Scenario = {
  name: 'tally',
  sizes: [1000],
  of: 'people with 5 votes',
  contestants: ['hindsight'],
  run,
}

async function run({ people, startHindsight }: Setting): Promise<Measures> {
  const { server, openReview } = await startHindsight()
  const review = await openReview(people, {
    notes: Array.from({ length: notes }, (_, nth) => ({ id: noteId(nth), section: 'lessons', text: noteText(nth) })),
  })
  const board = new Y.Doc()
  const watching = new Line(review.seats[0]!, {}, board)
  await watching.synced
  const phase = readFlat(board, 'session').agenda.find(({ kind }) => kind === 'vote')?.id ?? ''
  await review.command({ type: 'phase.go', phase })
  await within(5000, () => readFlat(board, 'session').round !== null)
  const round = readFlat(board, 'session').round

  const votingStartedAt = performance.now()
  for (let from = 0; from < people; from += atOnce) {
    await Promise.all(
      review.desks.slice(from, from + atOnce).map(async (seat, nth) => {
        const desk = new Y.Doc()
        const line = new Line(seat, {}, desk)
        await line.synced
        const ballots = desk.getMap<number>('ballots')
        for (let vote = 0; vote < votesEach; vote++) ballots.set(`${round}/note:${noteId((nth + vote) % notes)}`, 1)
        await within(30_000, () => line.acknowledged >= line.said)
        await line.close()
      }),
    )
  }
  const votingMs = performance.now() - votingStartedAt

  const result = () => readEntries(board, 'results').find(({ id }) => id === round)
  const before = await server.usage()
  const startedAt = performance.now()
  await review.command({ type: 'round.close' })
  const answeredMs = performance.now() - startedAt
  await within(10_000, () => typeof result()?.closedAt === 'number')
  const seenMs = performance.now() - startedAt
  const after = await server.usage()
  await server.end()
  return {
    'answered ms': answeredMs,
    'seen ms': seenMs,
    'CPU ms': after.cpuMs - before.cpuMs,
    'votes not counted': people * votesEach - (result()?.cast ?? 0),
    'until all had voted ms': votingMs,
  }
}
