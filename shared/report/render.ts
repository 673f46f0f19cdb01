import type { ReportFormat } from '../api/paths.ts'
import type { BoardSnapshot } from '../document/snapshot.ts'
import { csvReport } from './csv.ts'
import { htmlReport } from './html.ts'
import { icsReport } from './ics.ts'
import { jsonReport } from './json.ts'
import { markdownReport } from './markdown.ts'
import { type ReportContext, type ReportModel, reportModel } from './model.ts'
import { oneFile } from './one-file.ts'
import { timelineCsv } from './timeline-csv.ts'
import { utcDate } from './utc-text.ts'

export interface RenderedReport {
  readonly body: string
  readonly contentType: string
  /** Of letters, digits and dashes: it needs no quoting in a header. */
  readonly filename: string
}

const contentTypes: Readonly<Record<ReportFormat, string>> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  'timeline.csv': 'text/csv; charset=utf-8; header=present',
  ics: 'text/calendar; charset=utf-8',
  'board.html': 'text/html; charset=utf-8',
}

/** A board as a file to take away. */
export function renderReport(format: ReportFormat, snapshot: BoardSnapshot, context: ReportContext): RenderedReport {
  const model = reportModel(snapshot, context)
  return {
    body: bodyOf(format, snapshot, model),
    contentType: contentTypes[format],
    filename: `${slug(model.title)}-${utcDate(context.now)}.${format}`,
  }
}

function bodyOf(format: ReportFormat, snapshot: BoardSnapshot, model: ReportModel): string {
  if (format === 'md') return markdownReport(model)
  if (format === 'html') return htmlReport(model)
  if (format === 'board.html') return oneFile(htmlReport(model), jsonReport(snapshot, model))
  if (format === 'json') return jsonReport(snapshot, model)
  if (format === 'timeline.csv') return timelineCsv(snapshot.timeline)
  return format === 'csv' ? csvReport(model) : icsReport(model)
}

const longestSlug = 60

function slug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.split(/[^a-z0-9]+/u).filter((word) => word !== '')
  let name = ''
  for (const word of words) {
    if (name.length + word.length >= longestSlug) break
    name += name === '' ? word : `-${word}`
  }
  return name || 'incident-review'
}
