import type { ReadTimeline, UnreadLine } from '../incident/read-event.ts'
import { type LinesOptions, parseTimelineLines } from '../incident/timeline-lines.ts'
import { isDayFirst } from '../incident/written-time.ts'
import { brokenLine } from '../report/broken-json.ts'
import { logFormat } from './log-formats.ts'
import { readTable } from './read-csv.ts'
import { readJson, readObjects } from './read-json.ts'
import { openTimes } from './times.ts'

/** What a text was taken for. */
export type TimelineForm = 'lines' | 'table' | 'json' | 'json-lines'

export interface ImportedTimeline extends ReadTimeline {
  readonly form: TimelineForm
  /** Lines that hold no event because they head or rule off a table. */
  readonly headings: readonly number[]
  /** Headings of columns of which nothing is taken. */
  readonly leftOut: readonly string[]
}

/**
 * The events of a file or a pasted text, whatever wrote it: a table, JSON, a log, a chat, or lines as people type them.
 *
 * Every line (of JSON: every entry) is an event, or is handed back with the reason. [IMPORT1]
 */
export function readTimeline(text: string, options: Omit<LinesOptions, 'format'>): ImportedTimeline {
  const plain = text.replace(/^\ufeff+/u, '').replaceAll(/\r\n?/gu, '\n')
  const dayFirst = options.dayFirst ?? isDayFirst(plain)
  const habits = { times: openTimes({ ...options, dayFirst }), known: options.known ?? [] }
  const nothing = { days: [], headings: [], leftOut: [] }

  const json = jsonIn(plain)
  if (json !== null && 'value' in json) return { form: 'json', ...nothing, ...readJson(json.value, habits) }
  const objects = jsonLines(plain)
  if (objects !== null) return { form: 'json-lines', ...nothing, ...readObjects(objects.values, habits, objects.lines) }
  if (json !== null) return { form: 'json', ...nothing, events: [], unread: [json.broken] }
  const table = readTable(plain, habits)
  if (table !== null) return { form: 'table', ...nothing, ...table }
  const read = parseTimelineLines(plain, { ...options, dayFirst, format: logFormat({ zone: options.zone, dayFirst }) })
  return { form: 'lines', ...nothing, ...read }
}

/** Null for what does not look like JSON at all. */
function jsonIn(text: string): { readonly value: unknown } | { readonly broken: UnreadLine } | null {
  if (!/^\s*[{[]/.test(text)) return null
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    if (!/^\s*(?:\{\s*"|\[\s*[{"])/.test(text)) return null // `[14:05] ana: …`
    const line = brokenLine(text, String(error))
    return { broken: { line, until: line, text: text.split('\n')[line - 1] ?? '', reason: 'not-json' } }
  }
}

/** One object a line, as many logs have it; null where the first line is none. What is no object is told by its line. */
function jsonLines(text: string): { readonly values: readonly unknown[]; readonly lines: readonly number[] } | null {
  const filled = text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]))
  if (filled.length < 2 || !isObject(filled[0]?.line ?? '') || !isObject(filled[1]?.line ?? '')) return null
  return { values: filled.map(({ line }) => parsed(line)), lines: filled.map(({ number }) => number) }
}

function isObject(line: string): boolean {
  const value = parsed(line)
  return typeof value === 'object' && value !== null
}

/** What is no JSON stays the text it is. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return line
  }
}
