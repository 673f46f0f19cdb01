import type { HandOver, Lease } from './lease.ts'
import type { RoomVoters } from './room-votes.ts'

/** The facts of a session that the server alone writes. Field names are those of the `session` root. */

export type PhaseKind = 'welcome' | 'facts' | 'reflect' | 'discuss' | 'group' | 'vote' | 'act' | 'close'

export interface AgendaItem {
  readonly id: string
  readonly kind: PhaseKind
  readonly title: string
  /** Null: no length planned. */
  readonly minutes: number | null
  /** Epoch milliseconds at which an asynchronous phase ends. */
  readonly endsAt?: number | undefined
  /** The server moves on by itself: at `endsAt`, or without one when the timer is up. */
  readonly auto?: boolean | undefined
  /** The server moves on once everyone who takes part and is here is done. */
  readonly whenAllDone?: boolean | undefined
}

/** Which phase began when; in order of `at` (epoch milliseconds). */
export interface Visit {
  readonly phase: string
  readonly at: number
}

/** As it lies in the document: `startedAt` and `pausedAt` in epoch milliseconds by the server's clock. */
export interface TimerRecord {
  readonly startedAt: number
  readonly seconds: number
  readonly pausedAt?: number | undefined
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly prompts: readonly string[]
  /** A lucide icon name. */
  readonly icon: string
  /** A hue name of the design tokens. */
  readonly color: string
  readonly votable: boolean
}

export interface Settings {
  /** Votes per person in a round, 1 to 50. */
  readonly votes: number
  readonly maxPerTarget: number
  readonly ballot: 'secret' | 'open'
  readonly attribution: 'named' | 'anonymous'
  readonly editing: 'author' | 'anyone'
  readonly reveal: 'together' | 'immediate'
}

export const defaultSettings: Settings = {
  votes: 5,
  maxPerTarget: 3,
  ballot: 'secret',
  attribution: 'named',
  editing: 'author',
  reveal: 'together',
}

/** What can be voted on or pointed at, written `<kind>:<id>`. */
export type Target = `${'note' | 'theme' | 'section' | 'event' | 'action' | 'cause'}:${string}`

export interface Spotlight {
  readonly target: Target
  /** A time box: since when (epoch milliseconds), and for how long. It ends nothing. */
  readonly startedAt?: number | undefined
  readonly seconds?: number | undefined
}

/** The last change of phase, and what it takes to take it back. */
export interface LastMove {
  /** Epoch milliseconds. */
  readonly at: number
  readonly from: string
  readonly to: string
  /** Nobody ordered it. Who did is told nobody: it arrives together with the notes that it reveals. [ANON8] */
  readonly byItself: boolean
  /** As they were before it. */
  readonly timer: TimerRecord | null
  readonly spotlight: Spotlight | null
  readonly round: string | null
  /** Ids of the rounds that it counted. */
  readonly counted: readonly string[]
}

export interface Session {
  readonly title: string
  readonly status: 'open' | 'closed'
  /** Id of the current agenda item. */
  readonly phase: string
  readonly agenda: readonly AgendaItem[]
  readonly visits: readonly Visit[]
  readonly timer: TimerRecord | null
  readonly settings: Settings
  readonly sections: readonly Section[]
  readonly spotlight: Spotlight | null
  /** Id of the open or last voting round. */
  readonly round: string | null
  readonly schema: number
  /** Id of the board whose file this one was made of; absent on a board that began here. */
  readonly origin?: string | undefined
  readonly lastMove?: LastMove | undefined
  readonly lease?: Lease | undefined
  /** Every change of hands, the newest last. */
  readonly hands?: readonly HandOver[] | undefined
  /** Who votes for how many people in the room. */
  readonly roomVoters?: RoomVoters | undefined
  /** Facilitators alone write on the board. */
  readonly locked?: boolean | undefined
}
