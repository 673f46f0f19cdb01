import Papa from 'papaparse'
import type { ReadEvent, UnreadLine } from '../incident/read-event.ts'
import { fromCsvField } from '../report/csv.ts'
import { type Column, columnsIn, isTimelineHeader, saysUtc } from './columns.ts'
import { type CellHabits, eventOf } from './event-of.ts'

/** One row of a table, and the lines it stands on, counted from 1. */
interface Row {
  readonly cells: readonly string[]
  readonly line: number
  readonly until: number
  readonly isBroken: boolean
}

export interface ReadTable {
  readonly events: readonly ReadEvent[]
  readonly unread: readonly UnreadLine[]
  /** Lines that are no rows: the headings, and what rules a table off. */
  readonly headings: readonly number[]
  /** Headings of columns that tell nothing of an event. */
  readonly leftOut: readonly string[]
}

/** A table with headings: separated by commas, semicolons or tabs, or drawn as Markdown does, its lines ended by line feeds. Null where it is none. */
export function readTable(text: string, habits: Omit<CellHabits, 'isUtc'>): ReadTable | null {
  const delimiter = delimiterOf(text)
  const [header, ...rest] = delimiter === null ? [] : rowsOf(text, delimiter)
  if (header === undefined) return null
  const columns = columnsIn(header.cells)
  const places = new Map([...columns].map(([column, name]) => [column, header.cells.indexOf(name)]))
  const isUtc = [columns.get('at'), columns.get('date')].some((name) => name !== undefined && saysUtc(name))
  const events: ReadEvent[] = []
  const unread: UnreadLine[] = []
  const headings = linesOf(header)
  const lines = text.split('\n')
  for (const row of rest) {
    const { line, until } = row
    if (!row.isBroken && row.cells.every((cell) => /^\s*:?-{2,}:?\s*$|^\s*$/.test(cell))) {
      headings.push(...linesOf(row))
      continue
    }
    const cells = Object.fromEntries(
      [...places].map(([column, index]) => [column, fromCsvField(row.cells[index] ?? '')]),
    )
    const read = row.isBroken
      ? 'open-quote'
      : eventOf(cells as Readonly<Record<Column, string>>, { ...habits, isUtc }, { line, until })
    if (typeof read === 'string')
      unread.push({ line, until, text: lines.slice(line - 1, until).join('\n'), reason: read })
    else events.push(read)
  }
  const meant = new Set(columns.values())
  return { events, unread, headings, leftOut: header.cells.filter((cell) => cell.trim() !== '' && !meant.has(cell)) }
}

/** What separates the headings so that most of them are usual ones; null where no timeline comes of it. */
function delimiterOf(text: string): string | null {
  const first = text.trimStart().split('\n', 1)[0] ?? ''
  const found = (isDrawn(text) ? ['|'] : [',', ';', '\t', '|']).map((delimiter) => {
    const [cells = []] = Papa.parse<string[]>(first, { delimiter }).data
    const columns = columnsIn(cells)
    return { delimiter, count: cells.length > 1 && isTimelineHeader(columns) ? columns.size : 0 }
  })
  const best = found.sort((a, b) => b.count - a.count)[0]
  return best === undefined || best.count === 0 ? null : best.delimiter
}

/** As Markdown draws tables: what looks like a quote is none. */
function isDrawn(text: string): boolean {
  return /^\s*\|/.test(text)
}

function rowsOf(text: string, delimiter: string): readonly Row[] {
  const rows: Row[] = []
  let [from, line] = [0, 1]
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    ...(isDrawn(text) && { quoteChar: '\u0000' }),
    step({ data, errors, meta }) {
      const written = text.slice(from, meta.cursor)
      const breaks = written.split('\n').length - 1
      const until = line + (written.endsWith('\n') ? breaks - 1 : breaks)
      const isBroken = errors.some(({ type }) => type === 'Quotes')
      if (written.trim() !== '') rows.push({ cells: data, line, until, isBroken })
      line += breaks
      from = meta.cursor
    },
  })
  return rows
}

function linesOf({ line, until }: Pick<Row, 'line' | 'until'>): number[] {
  return Array.from({ length: until - line + 1 }, (_, index) => line + index)
}
