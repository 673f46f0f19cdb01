import type { ImportedTimeline, TimelineForm } from '../../../shared/timeline-import/read-timeline.ts'
import type { ImportRow } from './import-rows.ts'

const forms: Readonly<Record<TimelineForm, string>> = {
  lines: 'Read line by line.',
  table: 'Read as a table, by its headings.',
  json: 'Read as JSON.',
  'json-lines': 'Read as one JSON object a line.',
}

/** What the text was taken for, and what of it is not taken over. */
export function formWords({ form, leftOut }: Pick<ImportedTimeline, 'form' | 'leftOut'>): string {
  return leftOut.length === 0 ? forms[form] : `${forms[form]} Left out: ${leftOut.join(', ')}.`
}

/** What a number counts: lines, or entries of a list. */
export function unitOf(form: TimelineForm): 'Line' | 'Entry' {
  return form === 'json' ? 'Entry' : 'Line'
}

/** `42 of 45 events chosen · 2 are there already · 1 can't be read`. */
export function countWords(rows: readonly ImportRow[], unread: number): string {
  const told = rows.filter(({ isTold }) => isTold).length
  const chosen = rows.filter(({ isTicked }) => isTicked).length
  return [
    `${chosen} of ${rows.length} events chosen`,
    ...(told === 0 ? [] : [told === 1 ? '1 is there already' : `${told} are there already`]),
    ...(unread === 0 ? [] : [`${unread} can't be read`]),
  ].join(' · ')
}
