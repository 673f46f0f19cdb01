/** Words `from` up to `to` of the base became `typed`. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly typed: string
}

/** Words, stretches of white space, and single signs; joined they are the text again. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu) ?? []
}

/** How many comparisons of words a piece of work may still take; all that it merges shares them. [PRESSURE17] */
export interface Patience {
  comparisons: number
}

export const aPatience = (): Patience => ({ comparisons: 1_000_000 })

/**
 * What made the one list of words the other, in order, keeping as many words as can be kept. A word that came or went
 * did so with the white space after it: were it now the one before, now the one after, two people's changes could take
 * both spaces between the same words. [MERGE6]
 *
 * Where that would take more comparisons than are left, the changed middle counts as one change.
 */
export function changes(base: readonly string[], words: readonly string[], patience = aPatience()): Change[] {
  let start = 0
  while (start < base.length && start < words.length && base[start] === words[start]) start += 1
  let end = 0
  while (end < Math.min(base.length, words.length) - start && base.at(-1 - end) === words.at(-1 - end)) end += 1
  if (end > 0 && isSpace(base.at(-end))) end -= 1

  const from = base.slice(start, base.length - end)
  const to = words.slice(start, words.length - end)
  if (from.length === 0 && to.length === 0) return []
  const needed = from.length * to.length
  if (needed > patience.comparisons) {
    return [{ from: start, to: base.length - end, typed: to.join('') }]
  }
  patience.comparisons -= needed
  return longestCommon(from, to).map((change) => ({ ...change, from: change.from + start, to: change.to + start }))
}

export const isSpace = (word: string | undefined): word is string => word?.trim() === ''

/** One word kept is worth more than any white space. */
const weight = (word: string | undefined) => (isSpace(word) ? 1 : 1024)

/**
 * The changes between two lists of words that keep the longest common subsequence.
 *
 * @remarks
 * Counted in words first: were white space worth as much, words that stayed could pass for typed anew, and be there
 * twice where two people change what is around them. [DRAFT5]
 */
function longestCommon(base: readonly string[], words: readonly string[]): Change[] {
  const width = words.length + 1
  const common = new Uint32Array((base.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = base.length - 1; i >= 0; i--) {
    for (let j = words.length - 1; j >= 0; j--) {
      common[i * width + j] =
        base[i] === words[j] ? at(i + 1, j + 1) + weight(base[i]) : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const found: Change[] = []
  let i = 0
  let j = 0
  while (i < base.length || j < words.length) {
    if (i < base.length && j < words.length && base[i] === words[j]) {
      i += 1
      j += 1
      continue
    }
    const [from, fromWord] = [i, j]
    while ((i < base.length || j < words.length) && !(i < base.length && j < words.length && base[i] === words[j])) {
      if (j >= words.length || (i < base.length && at(i + 1, j) >= at(i, j + 1))) i += 1
      else j += 1
    }
    found.push({ from, to: i, typed: words.slice(fromWord, j).join('') })
  }
  return found
}
