import type * as Y from 'yjs'
import {
  type Ballot,
  ballotKey,
  ballotOf,
  castVote,
  takeBack,
  type VoteRefusal,
  type VotingRules,
} from '../review/ballot.ts'
import { allow, type Result } from '../review/result.ts'
import type { Target } from '../review/session.ts'
import { parseTarget } from '../review/target.ts'
import { deskSchema } from './desk-schema.ts'
import { type Asking, mayCreateIn, type WriteRefusal } from './may.ts'
import { type BallotRoot, readBallots } from './read.ts'
import { localEdit } from './write.ts'

/** One more vote on a target, on this person's desk; whoever abstained does no more. */
export function castVoteOn(
  desk: Y.Doc,
  asking: Asking,
  round: string,
  target: Target,
  rules: VotingRules,
  root: BallotRoot = 'ballots',
): Result<true, VoteRefusal | WriteRefusal> {
  const may = mayCreateIn(asking, deskSchema[root])
  if (!may.allowed) return may
  const next = castVote(ballotOf(readBallots(desk, root), round), target, rules)
  if (!next.allowed) return next
  return desk.transact(() => {
    if (root === 'ballots' && desk.getMap('abstained').has(round)) desk.getMap('abstained').delete(round)
    return writeBallot(desk, round, next.value, root)
  }, localEdit)
}

/** One vote less on a target. */
export function takeVoteBack(
  desk: Y.Doc,
  asking: Asking,
  round: string,
  target: Target,
  rules: VotingRules,
  root: BallotRoot = 'ballots',
): Result<true, 'round-is-closed' | 'nothing-to-take-back' | WriteRefusal> {
  const may = mayCreateIn(asking, deskSchema[root])
  if (!may.allowed) return may
  const next = takeBack(ballotOf(readBallots(desk, root), round), target, rules)
  return next.allowed ? writeBallot(desk, round, next.value, root) : next
}

/** Says that this person gives no vote in a round: votes given before are taken back with it; or that they do again. */
export function setAbstains(desk: Y.Doc, asking: Asking, round: string, abstains: boolean): Result<true, WriteRefusal> {
  const may = mayCreateIn(asking, deskSchema.abstained)
  if (!may.allowed) return may
  desk.transact(() => {
    if (abstains) {
      writeBallot(desk, round, {})
      desk.getMap('abstained').set(round, true)
    } else desk.getMap('abstained').delete(round)
  }, localEdit)
  return allow(true)
}

/** Writes only the keys that differ: another tab may be voting too. */
function writeBallot(desk: Y.Doc, round: string, next: Ballot, root: BallotRoot = 'ballots'): Result<true, never> {
  const ballots = desk.getMap<number>(root)
  const targets = new Set([...Object.keys(ballotOf(readBallots(desk, root), round)), ...Object.keys(next)])
  desk.transact(() => {
    for (const [key, votes] of entriesOf(next, targets)) {
      const at = ballotKey(round, key)
      if (votes === undefined || votes === 0) ballots.delete(at)
      else if (ballots.get(at) !== votes) ballots.set(at, votes)
    }
  }, localEdit)
  return allow(true)
}

function entriesOf(ballot: Ballot, targets: ReadonlySet<string>): readonly (readonly [Target, number | undefined])[] {
  const votes = new Map<string, number>(Object.entries(ballot))
  return [...targets].flatMap((key) => {
    const target = parseTarget(key)?.target
    return target === undefined ? [] : [[target, votes.get(key)] as const]
  })
}
