/**
 * What two people made of the same text, apart from each other, as one text.
 *
 * Word by word: where only one of them changed something, the change stands; where both did, both wordings stay, theirs
 * first. A deletion stands only where the other left the words alone.
 *
 * @remarks
 * Everything that either of them typed is in the result, and every replica gets the same one. [DRAFT5]
 */
export function mergeWording(base: string, theirs: string, mine: string): string {
  if (theirs === mine || base === mine) return theirs
  if (base === theirs) return mine

  const words = wordsOf(base)
  const pending = { theirs: changes(words, wordsOf(theirs)), mine: changes(words, wordsOf(mine)) }
  let merged = ''
  let at = 0
  for (;;) {
    const clash = nextClash(pending)
    if (clash === null) return merged + words.slice(at).join('')
    merged += words.slice(at, clash.from).join('') + both(words, clash)
    at = clash.to
  }
}

/** Words `from` up to `to` of the base became `typed`. */
interface Change {
  readonly from: number
  readonly to: number
  readonly typed: string
}

interface Clash {
  readonly from: number
  readonly to: number
  readonly theirs: readonly Change[]
  readonly mine: readonly Change[]
}

/** Takes the first change off the lists, with all that overlaps it on either side. */
function nextClash(pending: { theirs: Change[]; mine: Change[] }): Clash | null {
  const first = [pending.theirs[0], pending.mine[0]]
    .filter((change) => change !== undefined)
    .reduce<Change | null>((best, each) => (best === null || startsBefore(each, best) ? each : best), null)
  if (first === null) return null

  const clash = { from: first.from, to: first.to, theirs: [] as Change[], mine: [] as Change[] }
  for (let grew = true; grew; ) {
    grew = false
    for (const side of ['theirs', 'mine'] as const) {
      const next = pending[side][0]
      if (next === undefined || !(next === first || touches(next, clash))) continue
      pending[side].shift()
      clash[side].push(next)
      clash.to = Math.max(clash.to, next.to)
      grew = true
    }
  }
  return clash
}

function startsBefore(a: Change, b: Change): boolean {
  return a.from < b.from || (a.from === b.from && a.to < b.to)
}

/** Insertions at one place touch; a change that begins where another ends does not. */
function touches(next: Change, clash: Clash): boolean {
  return next.from < clash.to || (next.from === clash.from && next.to === clash.to)
}

function both(words: readonly string[], clash: Clash): string {
  const theirs = reworded(words, clash, clash.theirs)
  const mine = reworded(words, clash, clash.mine)
  if (clash.mine.length === 0 || mine === theirs) return theirs
  if (clash.theirs.length === 0) return mine
  if (theirs.startsWith(mine)) return theirs
  if (mine.startsWith(theirs)) return mine
  return /\s$/u.test(theirs) || /^\s/u.test(mine) ? theirs + mine : `${theirs} ${mine}`
}

function reworded(words: readonly string[], { from, to }: Clash, changed: readonly Change[]): string {
  let text = ''
  let at = from
  for (const change of changed) {
    text += words.slice(at, change.from).join('') + change.typed
    at = change.to
  }
  return text + words.slice(at, to).join('')
}

/** Words, stretches of white space, and single signs; joined they are the text again. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu) ?? []
}

/** Above this many comparisons the changed middle counts as one change, so that long texts stay cheap. */
const mostComparisons = 1_000_000

function changes(base: readonly string[], words: readonly string[]): Change[] {
  let start = 0
  while (start < base.length && start < words.length && base[start] === words[start]) start += 1
  let end = 0
  while (end < Math.min(base.length, words.length) - start && base.at(-1 - end) === words.at(-1 - end)) end += 1

  const from = base.slice(start, base.length - end)
  const to = words.slice(start, words.length - end)
  if (from.length === 0 && to.length === 0) return []
  if (from.length * to.length > mostComparisons) {
    return [{ from: start, to: base.length - end, typed: to.join('') }]
  }
  return longestCommon(from, to).map((change) => ({ ...change, from: change.from + start, to: change.to + start }))
}

/** The changes between two lists of words that keep the longest common subsequence. */
function longestCommon(base: readonly string[], words: readonly string[]): Change[] {
  const width = words.length + 1
  const common = new Uint32Array((base.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = base.length - 1; i >= 0; i--) {
    for (let j = words.length - 1; j >= 0; j--) {
      common[i * width + j] = base[i] === words[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
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
