import { apiPaths, type ReportFormat } from '../../shared/api/paths.ts'

/** The report as files to take away, the one to read first. */
export const reportFiles: readonly {
  readonly format: ReportFormat
  readonly label: string
  /** What it is good for. */
  readonly use: string
}[] = [
  { format: 'md', label: 'Markdown', use: 'for a wiki or a repository' },
  { format: 'html', label: 'HTML', use: 'to read and print, without Hindsight' },
  { format: 'board.html', label: 'Board as one file', use: 'to read anywhere, and to import again' },
  { format: 'json', label: 'JSON', use: 'everything, for programs and to import again' },
  { format: 'csv', label: 'Actions as CSV', use: 'for a spreadsheet' },
  { format: 'timeline.csv', label: 'Timeline as CSV', use: 'for a spreadsheet, and to import again' },
  { format: 'ics', label: 'Calendar', use: 'due dates and check-ins' },
]

export const reportFileAddress = (board: string, format: ReportFormat) => apiPaths.report(board, format)
