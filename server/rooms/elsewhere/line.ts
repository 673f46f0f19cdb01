import type { Bus } from '../../bus/port.ts'
import { BoardGone, type Commit, type Missing, type SharedJournals } from '../../store/port.ts'
import type { Folding } from '../folding.ts'
import type { RoomLimits } from '../limits.ts'
import type { Presence } from '../presence.ts'
import type { Timers } from '../timers.ts'
import { Attendance } from './attendance.ts'
import type { Ear } from './ear.ts'
import { Following } from './following.ts'
import { type Attendee, committedWords, decodeWords, encodeWords, type Words } from './words.ts'

export interface LineParts {
  readonly board: string
  /** With how many commits it was loaded. */
  readonly head: number
  readonly journals: SharedJournals
  readonly bus: Bus
  readonly ear: Ear
  readonly timers: Timers
  readonly limits: Pick<RoomLimits, 'beatMs'>
  now(): number
  take(missing: Missing): void
  failed(error: unknown): void
}

/** What a line needs of a board that is open. */
export interface LineEnd {
  readonly presence: Presence
  readonly folding: Pick<Folding, 'seqOf'>
  /** Who is connected to this server. */
  people(): readonly Attendee[]
  /** Other people are on other servers than before. */
  attended(): void
}

/** One board's line to the other servers that have it open. */
export class Line {
  readonly following: Following
  readonly #parts: LineParts
  #open: { readonly end: LineEnd; readonly attendance: Attendance } | undefined

  constructor(parts: LineParts) {
    this.#parts = parts
    this.following = new Following({ ...parts, committed: (commit, head) => this.#tell(commit, head) })
  }

  /** Hears what other servers say of the board, and have said since before it was loaded. */
  open(end: LineEnd): void {
    const { bus, ear, timers, limits, now } = this.#parts
    const attendance = new Attendance({
      bus,
      timers,
      limits,
      now,
      presence: end.presence,
      changed: end.attended,
      say: (words) => this.say(words),
      people: end.people,
      states: () => end.presence.ownStates(),
    })
    this.#open = { end, attendance }
    ear.hearWith((message, from) => this.#hear(message, from))
    attendance.askAll()
  }

  /** Undefined: not open yet. */
  get attendance(): Attendance | undefined {
    return this.#open?.attendance
  }

  say(words: Words): void {
    this.#parts.bus.say(this.#parts.board, encodeWords(words))
  }

  end(): void {
    this.#open?.attendance.end()
    this.#parts.ear.close()
    this.following.end()
  }

  #hear(message: Uint8Array, from: string): void {
    const words = decodeWords(message)
    if (words === undefined) return
    if (words.is === 'committed') this.following.heard(words.head, words.missing)
    else if (words.is === 'gone') this.#parts.failed(new BoardGone())
    else this.#open?.attendance.hear(words, from)
  }

  #tell({ listing: _listing, updates, ...rows }: Commit, head: number): void {
    const numbered = updates.map((each) => ({ ...each, seq: this.#open?.end.folding.seqOf(each.document) ?? 0 }))
    this.say(committedWords({ ...rows, head, updates: numbered }))
  }
}
