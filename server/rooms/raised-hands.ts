/**
 * The people whose hands are up, in the order in which the server heard of it: nobody says themselves when it was.
 *
 * Whoever is cut off with a hand up keeps their place for a while. [PRESENCE11]
 */
export class RaisedHands {
  /** Person -> since when they are gone; in the order of raising. */
  readonly #raised = new Map<string, { readonly goneAt: number | undefined }>()

  /** Takes in what became of a hand; says whether the order is another one. */
  now(person: string, what: 'up' | 'lowered' | 'gone', at: number): boolean {
    if (what === 'up') return this.#raise(person)
    return what === 'gone' ? this.#leave(person, at) : this.#raised.delete(person)
  }

  /** Nobody who was gone before that keeps their place. */
  forgetGoneBefore(oldest: number): void {
    for (const [person, { goneAt }] of this.#raised) {
      if (goneAt !== undefined && goneAt < oldest) this.#raised.delete(person)
    }
  }

  /** Person ids. */
  shown(): { readonly hands?: readonly string[] } {
    const hands = [...this.#raised].flatMap(([person, { goneAt }]) => (goneAt === undefined ? [person] : []))
    return hands.length === 0 ? {} : { hands }
  }

  #raise(person: string): boolean {
    const known = this.#raised.get(person)
    this.#raised.set(person, { goneAt: undefined })
    return known === undefined || known.goneAt !== undefined
  }

  #leave(person: string, at: number): boolean {
    if (this.#raised.get(person)?.goneAt !== undefined) return false
    this.#raised.set(person, { goneAt: at })
    return true
  }
}
