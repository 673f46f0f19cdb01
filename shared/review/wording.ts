import { type Change, changes, type Patience, wordsOf } from './word-changes.ts'

/**
 * What two people made of the same text, apart from each other, as one text.
 *
 * Word by word: where only one of them changed something, the change stands; where both did, both wordings stay, theirs
 * first. A deletion stands only where the other left the words alone.
 *
 * @remarks
 * Everything that either of them typed is in the result, and every replica gets the same one. [DRAFT5]
 */
export function mergeWording(base: string, theirs: string, mine: string, patience?: Patience): string {
  if (theirs === mine || base === mine) return theirs
  if (base === theirs) return mine

  const words = wordsOf(base)
  const pending = { theirs: changes(words, wordsOf(theirs), patience), mine: changes(words, wordsOf(mine), patience) }
  let merged = ''
  let at = 0
  for (;;) {
    const clash = nextClash(pending)
    if (clash === null) return merged + words.slice(at).join('')
    merged += words.slice(at, clash.from).join('') + both(words, clash)
    at = clash.to
  }
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
