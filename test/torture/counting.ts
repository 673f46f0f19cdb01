import { isDeepStrictEqual } from 'node:util'
import type * as Y from 'yjs'
import { askingIn } from '../../client/session/asking.ts'
import { pinboardOf } from '../../shared/document/pinboard.ts'
import { readBallots, readEntries, readFlat } from '../../shared/document/read.ts'
import { ballotOf } from '../../shared/review/ballot.ts'
import { takesPart } from '../../shared/review/participation.ts'
import { openRoundOf } from '../../shared/review/round.ts'
import { tally } from '../../shared/review/tally.ts'
import type { Reading } from './readers.ts'
import type { Team } from './team.ts'
import { vote } from './work.ts'

/** Lets everyone on a board vote and be counted, and compares the result with what lies on their desks. */
export async function faultsOfCount(
  { leading, seats }: Team,
  read: () => Promise<Reading>,
  life: AbortSignal,
): Promise<readonly string[]> {
  const { agenda } = readFlat((await read()).board, 'session')
  const phase = agenda.find(({ kind }) => kind === 'vote')?.id ?? ''
  await leading.command({ type: 'phase.go', phase }, life)
  await leading.command({ type: 'round.open' }, life) // where this phase's round was counted before; else 409
  await Promise.all(seats.map(({ board }) => board.sees((doc) => openRound(doc) !== null)))
  for (const { hands } of seats) for (let n = 0; n < 8; n += 1) vote(hands, askingIn(hands.board, hands.me))

  const { board, desks } = await read()
  const round = openRound(board) ?? ''
  await leading.command({ type: 'round.close' }, life)
  const expected = tallyOf(board, desks, round)
  const counted = readEntries((await read()).board, 'results').find(({ id }) => id === round)
  if (counted === undefined || counted.closedAt === null) return ['a round was not counted']
  const isRight =
    counted.cast === expected.cast &&
    counted.voters === expected.voters &&
    isDeepStrictEqual(counted.votes, expected.votes)
  return isRight ? [] : [`a round counted ${counted.cast} votes, ${expected.cast} lie on desks`]
}

function tallyOf(board: Y.Doc, desks: Reading['desks'], round: string) {
  const voters = readEntries(board, 'people').filter(takesPart)
  const ballots = voters.flatMap(({ id }) => {
    const desk = desks.get(id)
    return desk ? [[id, ballotOf(readBallots(desk), round)] as const] : []
  })
  return tally(new Map(ballots), pinboardOf(board), readFlat(board, 'session').settings)
}

function openRound(doc: Y.Doc): string | null {
  const { phase } = readFlat(doc, 'session')
  return openRoundOf(new Map(readEntries(doc, 'results').map((result) => [result.id, result])), phase)
}
