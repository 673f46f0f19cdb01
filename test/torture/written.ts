import type { Chance } from '../support/chance.ts'

/** What the people of one board wrote, by their own account. Nothing of it may be missing, and nothing be there twice. */
export class Written {
  /** `<root>/<id>` of every entry they added. */
  readonly entries = new Set<string>()
  /** Draft id -> its author. */
  readonly drafts = new Map<string, string>()
  /** Word -> the draft it was typed into, or `board`. No two are alike. */
  readonly words = new Map<string, string>()
  /** Words that somebody struck out: they may be gone. */
  readonly struck = new Set<string>()
  #ids = 0

  newId(): string {
    this.#ids += 1
    return `e${this.#ids}`
  }

  /** A word that nobody has typed yet, less than half like any other, and a space. */
  newWord(where: string): string {
    const word = `w${String(this.words.size).padStart(5, '0').repeat(2)}`
    this.words.set(word, where)
    return `${word} `
  }
}

/** The words of a text, as they were typed. */
export function wordsIn(text: string): readonly string[] {
  return [...text.matchAll(/w\d+(?= )/g)].map(([word]) => word)
}

interface Typable {
  readonly length: number
  insert(at: number, text: string): void
  delete(at: number, length: number): void
  toString(): string
}

/** Types a new word between others, or strikes one out. */
export function typeInto(text: Typable, where: string, written: Written, chance: Chance): void {
  const before = text.toString()
  const found = [...before.matchAll(/w\d+ /g)]
  const struck = chance.happens(0.3) ? chance.of(found) : undefined
  if (struck) {
    written.struck.add(struck[0].trim())
    text.delete(struck.index, struck[0].length)
    return
  }
  const gaps = [0, ...found.map(({ index, 0: word }) => index + word.length)]
  text.insert(chance.of(gaps) ?? 0, written.newWord(where))
}
