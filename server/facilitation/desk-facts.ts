import type * as Y from 'yjs'
import {
  type DraftEntry,
  readAbstained,
  readBallots,
  readCounted,
  readDrafts,
  readReady,
} from '../../shared/document/read.ts'
import { type Ballot, type Ballots, ballotOf } from '../../shared/review/ballot.ts'
import { waitingDrafts } from '../../shared/review/progress.ts'

/** What a desk holds, read once for each change of it. */
export interface DeskFacts {
  readonly drafts: readonly DraftEntry[]
  /** Those that wait to be published. */
  readonly waiting: readonly DraftEntry[]
  /** Those that were published, and hold something that their notes do not show. */
  readonly changed: readonly DraftEntry[]
  readonly ballots: Ballots
  readonly ready: ReadonlySet<string>
  /** Rounds in which this person gives no vote. */
  readonly abstained: ReadonlySet<string>
  /** Round id -> the ballot as it was counted. */
  readonly counted: ReadonlyMap<string, Ballot>
  ballotIn(round: string): Ballot
}

const known = new WeakMap<Y.Doc, { facts: DeskFacts | undefined }>()

/**
 * The facts of a desk.
 *
 * @remarks
 * Progress and running counts ask this of every desk whenever one of them changes, so each desk is read again only
 * after it changed itself.
 */
export function deskFacts(desk: Y.Doc): DeskFacts {
  let entry = known.get(desk)
  if (entry === undefined) {
    const fresh: { facts: DeskFacts | undefined } = { facts: undefined }
    desk.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.changed.size > 0) fresh.facts = undefined
    })
    known.set(desk, fresh)
    entry = fresh
  }
  entry.facts ??= readFacts(desk)
  return entry.facts
}

function readFacts(desk: Y.Doc): DeskFacts {
  const ballots = readBallots(desk)
  const byRound = new Map<string, Ballot>()
  const drafts = readDrafts(desk)
  return {
    drafts,
    waiting: waitingDrafts(drafts),
    changed: drafts.filter(hasChanges),
    ballots,
    ready: readReady(desk),
    abstained: readAbstained(desk),
    counted: readCounted(desk),
    ballotIn(round) {
      const ballot = byRound.get(round) ?? ballotOf(ballots, round)
      byRound.set(round, ballot)
      return ballot
    },
  }
}

function hasChanges({ published, text, removed, takenBack }: DraftEntry): boolean {
  if (published === undefined) return false
  return text !== published || (removed !== undefined) !== (takenBack === true)
}
