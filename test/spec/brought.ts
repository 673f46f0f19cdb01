import type { ReadTimeline } from '../../shared/incident/read-event.ts'
import { readTimeline } from '../../shared/timeline-import/read-timeline.ts'

export const utc = { date: '2026-03-02', zone: 'UTC' }
export const berlin = { date: '2026-03-02', zone: 'Europe/Berlin' }

/** What somebody brings to the timeline, as it is read; in UTC unless told otherwise. */
export const read = (text: string, options: Parameters<typeof readTimeline>[1] = utc) => readTimeline(text, options)

/** When, who, what: of each event in order. */
export const told = ({ events }: ReadTimeline) => events.map(({ at, actor, event }) => [at, actor, event])

/** The numbers of the filled lines that were taken, in order: one taken twice or left out shows. */
export function linesTaken(
  { events, unread, days, headings = [] }: ReadTimeline & { readonly headings?: readonly number[] },
  text: string,
): readonly number[] {
  const filled = new Set(filledLines(text))
  const alone = [...days.map(({ line }) => line), ...headings].map((line) => ({ line, until: line }))
  return [...events, ...unread, ...alone]
    .flatMap(({ line, until }) => Array.from({ length: until - line + 1 }, (_, index) => line + index))
    .filter((line) => filled.has(line))
    .sort((a, b) => a - b)
}

export function filledLines(text: string): readonly number[] {
  const lines = text.replace(/^\ufeff+/u, '').split(/\r\n|\r|\n/)
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]))
}
