import { isName, nameKnownAs } from './actor.ts'
import { readDayAlone, readTime, type WritingHabits, type WrittenDay, type WrittenTime } from './written-time.ts'

/** What a line of a text is, by itself and by what follows it. */
export type LineKind =
  | { readonly kind: 'blank' }
  /** `Monday, March 2nd`: the day of the lines below. */
  | { readonly kind: 'day'; readonly day: WrittenDay }
  /** `ana  2:05 PM`: what stands below was said by them then. */
  | { readonly kind: 'header'; readonly time: WrittenTime; readonly name: string }
  /** A name over a line that holds a time alone. */
  | { readonly kind: 'speaker'; readonly name: string }
  | { readonly kind: 'timed'; readonly time: WrittenTime; readonly rest: string; readonly isBracketed: boolean }
  | { readonly kind: 'bare' }
  | { readonly kind: 'wrong-time' }

/** The kind of each line. `known`: who is known on the board. */
export function lineKinds(
  lines: readonly string[],
  habits: WritingHabits,
  known: readonly string[],
): readonly LineKind[] {
  const alone = lines.map((line) => kindAlone(line, habits, known))
  const next = (index: number) => alone.slice(index + 1, index + 4).find(({ kind }) => kind !== 'blank')
  return alone.map((each, index) => {
    const follows = next(index)
    if (each.kind === 'header' && follows?.kind !== 'bare') return { kind: 'bare' }
    if (each.kind === 'timed' && each.isBracketed && follows?.kind === 'bare' && isSomebody(each.rest, known))
      return { kind: 'header', time: each.time, name: each.rest }
    const isSpeaker = each.kind === 'bare' && follows?.kind === 'timed' && follows.rest === ''
    const name = (lines[index] ?? '').trim()
    if (!isSpeaker || !isName(name, { known, isChat: true })) return each
    // Right under a time stands what was said then, unless it is somebody.
    return isSaidAt(alone[index - 1]) && nameKnownAs(name, known) === undefined ? each : { kind: 'speaker', name }
  })
}

function isSaidAt(above: LineKind | undefined): boolean {
  return above?.kind === 'header' || (above?.kind === 'timed' && above.rest === '')
}

/** Whether a text is a log of a chat, in which lines without a time go on with what was said above. */
export function isChatLog(kinds: readonly LineKind[]): boolean {
  const there = kinds.filter(({ kind }) => kind !== 'blank')
  return there.some(
    (each, index) =>
      each.kind === 'header' || (each.kind === 'timed' && each.rest === '' && there[index + 1]?.kind === 'bare'),
  )
}

function kindAlone(line: string, habits: WritingHabits, known: readonly string[]): LineKind {
  if (line.trim() === '') return { kind: 'blank' }
  const read = readTime(line, habits)
  if (read === 'no-such-time') return { kind: 'wrong-time' }
  if (read !== 'no-time') return { kind: 'timed', ...read }
  const day = readDayAlone(line, habits.dayFirst)
  if (day !== null) return { kind: 'day', day }
  return chatHeader(line, habits, known) ?? { kind: 'bare' }
}

const header =
  /^(?<name>[^\s\d[<#|:][^:[\]<>|]{0,79}?)(?:\s+APP)?(?<gap>\s{2,}|\s*[,—–]\s*|\s+-\s+|\s+(?=\[)|\s)\[?(?<when>(?:(?:\p{L}+\s+at|today|yesterday|[\d/.-]{3,10}),?\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)\]?\s*$/iu

function chatHeader(line: string, habits: WritingHabits, known: readonly string[]): LineKind | null {
  const { name = '', gap = '', when = '' } = header.exec(line)?.groups ?? {}
  if (name === '') return null
  const isApart = /\s{2}|[,—–[-]/u.test(gap) || /\[/.test(line)
  if (!(isApart ? isName(name, { known, isChat: true }) : isSomebody(name, known))) return null
  const read = readTime(when, habits)
  return typeof read === 'string' || read.rest !== '' ? null : { kind: 'header', time: read.time, name }
}

/** More than a word that could be anything: somebody known, or several words that are written large. */
function isSomebody(name: string, known: readonly string[]): boolean {
  return (name.includes(' ') || known.length > 0) && isName(name, { known, isChat: true })
}
