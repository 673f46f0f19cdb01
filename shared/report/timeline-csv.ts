import type { TimelineEvent } from '../incident/record.ts'
import { milestones, orderedTimeline } from '../incident/timeline.ts'
import { csvField } from './csv.ts'

const header = ['Time (UTC)', 'Event', 'Actor', 'Action taken', 'Kind', 'Milestone', 'Link']

/** The timeline as RFC 4180, in order of time: to be opened in any spreadsheet, and read in again. */
export function timelineCsv(events: readonly TimelineEvent[]): string {
  const rows = orderedTimeline(events).map(({ at, event, actor, action, kind, milestone, link }) => [
    ...[at, event, actor, action, kind],
    milestones.find(({ id }) => id === milestone)?.label ?? '',
    link ?? '',
  ])
  return [header, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('')
}
