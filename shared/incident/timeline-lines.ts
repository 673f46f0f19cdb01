import { nameKnownAs, readActor } from './actor.ts'
import { dayByDay, type FirstDay } from './day-by-day.ts'
import { isChatLog, type LineKind, lineKinds } from './line-kinds.ts'
import { markedAs, readMark } from './marks.ts'
import { instantOf } from './moment.ts'
import {
  type DayLine,
  longestActor,
  longestEvent,
  type ReadEvent,
  type ReadTimeline,
  type UnreadLine,
  type UnreadReason,
} from './read-event.ts'
import { readLink } from './web-link.ts'
import { inHalfOf, isDayFirst, type WrittenTime } from './written-time.ts'

/** `zone` is that of the lines that don't say theirs. */
export interface LinesOptions extends FirstDay {
  /** Who is known on the board: as actors they are written as here. */
  readonly known?: readonly string[] | undefined
  /** `3/2` is the third of February; left out: told by the text. */
  readonly dayFirst?: boolean | undefined
  /** A line without a time belongs to the one above it; left out: in logs of chats only. */
  readonly joins?: boolean | undefined
  /** Beginnings, in small letters, that somebody said are no names. */
  readonly notNames?: ReadonlySet<string> | undefined
  /** Other ways in which a line may begin, asked first. */
  readonly format?: LineFormat | undefined
}

/** How a line of some log begins and what it says; null where it is of none. */
export type LineFormat = (line: string) => FormattedLine | null

export interface FormattedLine {
  readonly time: WrittenTime | PlacedTime
  readonly actor: string
  readonly text: string
}

/** A time that needs nothing from the lines around it. */
export interface PlacedTime {
  /** Epoch milliseconds. */
  readonly ms: number
  readonly saysZone: boolean
}

/** An event as its line begins it; the lines below may go on with it. */
interface Begun {
  readonly line: number
  until: number
  readonly ms: number
  readonly saysZone: boolean
  /** Who said it, where that stood apart; null: the text may begin with it. */
  readonly actor: string | null
  readonly isChat: boolean
  readonly texts: string[]
}

/**
 * The events of a text, one a line: `14:05 text`, `14:05:30 ana: text`, `[2026-03-02 14:05Z] text`, `+2d 9:00 AM text`;
 * or the log of a chat, where name and time stand above what was said. What can't be read is handed back, never dropped.
 * [TIME4]
 */
export function parseTimelineLines(text: string, options: LinesOptions): ReadTimeline {
  const lines = text.split(/\r\n|\r|\n/)
  const known = options.known ?? []
  const kinds = lineKinds(lines, { zone: options.zone, dayFirst: options.dayFirst ?? isDayFirst(text) }, known)
  const isChat = isChatLog(kinds)
  const joins = options.joins ?? isChat
  const days = dayByDay(options)
  const begun: Begun[] = []
  const unread: UnreadLine[] = []
  const dayLines: DayLine[] = []
  /** What the next line may go on with. */
  let open: Begun | null = null
  let speaker = ''
  let above: WrittenTime | null = null
  /** Where the name stands that the next time belongs to. */
  let named: number | null = null

  const handBack = (index: number, reason: UnreadReason) => {
    unread.push({ line: index + 1, until: index + 1, text: lines[index] ?? '', reason })
    return null
  }
  const begin = (index: number, time: FormattedLine['time'], more: Pick<Begun, 'actor' | 'isChat' | 'texts'>) => {
    const ms = 'ms' in time ? time.ms : days.place(time)
    const saysZone = 'ms' in time ? time.saysZone : time.offset !== null
    if (ms === null) return handBack(index, 'no-such-time')
    const event: Begun = { line: (named ?? index) + 1, until: index + 1, ms, saysZone, ...more }
    begun.push(event)
    named = null
    return event
  }
  const take = (index: number, each: LineKind): Begun | null => {
    const line = lines[index] ?? ''
    const formatted = each.kind === 'blank' ? null : (options.format?.(line) ?? null)
    if (formatted !== null)
      return begin(index, formatted.time, { ...formatted, isChat: false, texts: [formatted.text] })
    if (each.kind === 'blank') return open
    if (each.kind === 'wrong-time') return handBack(index, 'no-such-time')
    if (each.kind === 'day') dayLines.push({ line: index + 1, date: days.turnTo(each.day) })
    if (each.kind === 'speaker' || each.kind === 'header') speaker = each.name
    if (each.kind === 'speaker') named = index
    if (each.kind === 'day' || each.kind === 'speaker') return null
    if (each.kind === 'bare') return joins && open !== null ? goOn(open, index) : handBack(index, 'no-time')
    if (each.kind === 'timed' && !(isChat && each.rest === ''))
      return begin(index, each.time, { actor: null, isChat: isChat || each.isBracketed, texts: [each.rest] })
    above = inHalfOf(above, each.time)
    return begin(index, above, { actor: speaker === '' ? null : speaker, isChat, texts: [] })
  }
  const goOn = (event: Begun, index: number): Begun => {
    event.texts.push(lines[index] ?? '')
    event.until = index + 1
    return event
  }
  for (const [index, each] of kinds.entries()) open = take(index, each)

  const done = begun.map((each) => finished(each, lines, options))
  return {
    events: done.filter((each) => 'at' in each),
    unread: [...unread, ...done.filter((each) => 'reason' in each)].sort((a, b) => a.line - b.line),
    days: dayLines,
  }
}

function finished(begun: Begun, lines: readonly string[], options: LinesOptions): ReadEvent | UnreadLine {
  const { line, until, ms, saysZone, isChat } = begun
  const known = options.known ?? []
  const habits = { known, isChat, notNames: options.notNames ?? none }
  const said = begun.texts.join('\n').trim()
  const { actor, text } =
    begun.actor === null
      ? readActor(said, habits)
      : { actor: nameKnownAs(begun.actor, known) ?? begun.actor, text: said }
  const { marking, text: unmarked } = readMark(text)
  const { link, text: event } = readLink(unmarked)
  const handBack = (reason: UnreadReason): UnreadLine => ({
    ...{ line, until, reason },
    text: lines.slice(line - 1, until).join('\n'),
  })
  if (event === '') return handBack('no-text')
  if (event.length > longestEvent || actor.length > longestActor) return handBack('too-long')
  return { at: instantOf(ms), event, actor, action: '', ...markedAs(marking), link, line, until, saysZone }
}

const none: ReadonlySet<string> = new Set()
