import type { Bus } from '../../bus/port.ts'
import { BoardGone, type Commit, type Missing, type SharedJournals, type StoredBoard } from '../../store/port.ts'
import type { BoardParts } from '../board-parts.ts'
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

  /** People who are on the board elsewhere. */
  here(): Iterable<string> {
    return this.#open?.attendance.others.here() ?? []
  }

  /** How many connections there are elsewhere, of one person or of all. */
  connections(person?: string): number {
    return this.#open?.attendance.others.connections(person) ?? 0
  }

  /** How many of them are to the board itself. */
  get onBoard(): number {
    return this.#open?.attendance.others.onBoard ?? 0
  }

  /** Somebody came to this server or left it. */
  attended(): void {
    this.#open?.attendance.changed()
  }

  /** In how many milliseconds it may be told who is gone. */
  async uncertainMs(): Promise<number> {
    return this.#open?.attendance.uncertainMs() ?? 0
  }

  /** Words between this server and others may have been lost. */
  askAll(): void {
    this.#open?.attendance.askAll()
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

/** Undefined: this server has the board for itself. */
export function openLine(
  { id, head }: StoredBoard,
  { store, bus, timers, limits, now }: BoardParts,
  ear: Ear | undefined,
  { take, failed }: Pick<LineParts, 'take' | 'failed'>,
): Line | undefined {
  if (!store.shared || !bus || !ear) return undefined
  return new Line({ ear, board: id, head, journals: store.shared, bus, timers, limits, now, take, failed })
}
