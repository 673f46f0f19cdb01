import type { TimelineEvent } from './record.ts'

/** An event as it was read from a text or a file, before it is added. */
export interface ReadEvent extends Omit<TimelineEvent, 'id' | 'removed'> {
  /** Where it begins and ends, counted from 1, blank lines included. */
  readonly line: number
  readonly until: number
  /** Whether its time told its zone itself. */
  readonly saysZone: boolean
}

/** Why something in a text is no event. */
export type UnreadReason = 'no-time' | 'no-such-time' | 'no-text' | 'too-long' | 'open-quote' | 'not-json' | 'no-object'

export interface UnreadLine {
  readonly line: number
  /** Where it ends, if it goes on below. */
  readonly until: number
  readonly text: string
  readonly reason: UnreadReason
}

/** A line that gives the day of those below it. */
export interface DayLine {
  readonly line: number
  /** YYYY-MM-DD. */
  readonly date: string
}

/** All of a text: every line that is not blank belongs to one of these. */
export interface ReadTimeline {
  readonly events: readonly ReadEvent[]
  readonly unread: readonly UnreadLine[]
  readonly days: readonly DayLine[]
}

/** Letters that an event or an action may have; more is a paragraph, not an event. */
export const longestEvent = 2000

export const longestActor = 200
