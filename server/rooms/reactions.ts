import { type ReactionCounts, type ReactionKind, readReaction } from '../../shared/protocol/reactions.ts'
import type { Source } from './presence.ts'

/** One person's reactions are counted no faster than this. */
const leastGapMs = 300

/** Counts reactions in memory, of nobody whose; they are neither passed on nor written down. [REACT1] [REACT2] */
export class ReactionCounter {
  readonly #heard = new WeakMap<Source, number>()
  readonly #countedAt = new Map<string, number>()
  #counts: ReactionCounts = {}

  /** Whether a state brought a reaction that counts. What a connection comes with, after a reconnect too, is an old one. */
  hear(source: Source, state: unknown, now: number): boolean {
    const reaction = readReaction(state)
    const before = this.#heard.get(source)
    if (before === undefined || reaction !== undefined) this.#heard.set(source, reaction?.n ?? 0)
    if (reaction === undefined || before === undefined || reaction.n === before) return false
    const { person } = source.peer
    if (now - (this.#countedAt.get(person) ?? Number.NEGATIVE_INFINITY) < leastGapMs) return false
    this.#countedAt.set(person, now)
    this.#count(reaction.is)
    return true
  }

  shown(): { readonly reactions?: ReactionCounts } {
    return Object.keys(this.#counts).length === 0 ? {} : { reactions: this.#counts }
  }

  #count(kind: ReactionKind): void {
    this.#counts = { ...this.#counts, [kind]: (this.#counts[kind] ?? 0) + 1 }
  }
}
