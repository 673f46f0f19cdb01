import { horizonTitles } from '../review/action.ts'
import type { ReportModel } from './model.ts'
import { priorityTitles, statusText } from './plan.ts'
import { plainLines } from './prose.ts'

const header = [
  'Id',
  'Action',
  'Owner',
  'Due',
  'Horizon',
  'Priority',
  'Status',
  'Kind',
  'Impact and recurrence',
  'Verified by',
  'Evidence',
  'Success metric',
  'From',
  'Link',
]

/** The actions as RFC 4180, to be opened in any spreadsheet. */
export function csvReport({ plan }: ReportModel): string {
  const rows = plan.horizons.flatMap(({ horizon, actions }) =>
    actions.map((action) => [
      action.id,
      action.title,
      action.owner ?? '',
      action.due ?? '',
      horizon === null ? '' : horizonTitles[horizon],
      priorityTitles[action.priority],
      statusText(action),
      action.sort,
      action.weighed,
      action.verification,
      action.evidence,
      action.metric,
      action.source?.words ?? '',
      action.link ?? '',
    ]),
  )
  return [header, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('')
}

/**
 * One field, quoted where RFC 4180 wants it, and where some spreadsheet would part it at a semicolon.
 *
 * @remarks
 * A spreadsheet runs what starts with one of `= + - @` (or their wide forms) as a formula, whoever typed it, so such a
 * field gets an apostrophe in front, which spreadsheets read as "this is text". So does each of its lines, and what
 * follows a semicolon: where the comma parts decimals, spreadsheets begin a cell there. Where apostrophes stand already,
 * one more is put there, so that whoever reads the field back takes one away. [REPORT9] [INJECT2] [IMPORT5]
 */
export function csvField(text: string): string {
  const clean = plainLines(text).join('\n').trim()
  const defused = clean.replace(/((?:^|;)(?:"|[^\S\n])*)(?='*[=+\-@＝＋－＠])/gmu, "$1'")
  return /[",;\n]/u.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused
}

/** What a field said before {@link csvField} made it harmless. */
export function fromCsvField(text: string): string {
  return text.trim().replace(/((?:^|;)(?:"|[^\S\n])*)'(?='*[=+\-@＝＋－＠])/gmu, '$1')
}
