import type { Draft } from './entries.ts'
import { takesPart } from './participation.ts'
import type { Person } from './people.ts'
import { isLive } from './placement.ts'
import type { Settings } from './session.ts'

/** How far one person is, with nothing of what they wrote or voted. */
export interface PersonProgress {
  /** Drafts that wait to be published. */
  readonly drafts: number
  /** Null where no round is open. */
  readonly votesLeft: number | null
  /** Of the people in the room for whom they vote, while a round is open. */
  readonly roomVotesLeft?: number | undefined
  /** "I'm done here", said for the phase that runs. */
  readonly ready: boolean
}

export interface NamedProgress {
  readonly attribution: 'named'
  readonly people: Readonly<Record<string, PersonProgress>>
}

/** Totals only: on an anonymous board nobody is told what who did. */
export interface AnonymousProgress {
  readonly attribution: 'anonymous'
  readonly drafts: number
  /** How many people have drafts waiting. */
  readonly writers: number
  readonly ready: number
  /** Those of people in the room included. */
  readonly votesLeft: number | null
  /** How many people take part. */
  readonly people: number
}

/** What is public while drafts are private or a round is secret. */
export type Progress = NamedProgress | AnonymousProgress

const nothingYet: PersonProgress = { drafts: 0, votesLeft: null, ready: false }

/** The public progress of everyone who takes part, connected or not; a person without a desk has done nothing yet. */
export function progressOf(
  people: readonly Person[],
  desks: ReadonlyMap<string, PersonProgress>,
  attribution: Settings['attribution'],
): Progress {
  const parts = people.filter(takesPart).map((person) => [person.id, desks.get(person.id) ?? nothingYet] as const)
  if (attribution === 'named') return { attribution, people: Object.fromEntries(parts) }

  const all = parts.map(([, progress]) => progress)
  const left = all.flatMap(({ votesLeft, roomVotesLeft = 0 }) =>
    votesLeft === null ? [] : [votesLeft + roomVotesLeft],
  )
  return {
    attribution,
    drafts: sum(all.map(({ drafts }) => drafts)),
    writers: all.filter(({ drafts }) => drafts > 0).length,
    ready: all.filter(({ ready }) => ready).length,
    votesLeft: left.length === 0 ? null : sum(left),
    people: all.length,
  }
}

/** The drafts of a desk that wait: not in the bin, not published. */
export function waitingDrafts<D extends Pick<Draft, 'removed' | 'published'>>(drafts: readonly D[]): readonly D[] {
  return drafts.filter((draft) => isLive(draft) && draft.published === undefined)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
