import { chatReport } from './chat.ts'
import { markdownReport } from './markdown.ts'
import type { ReportModel } from './model.ts'
import { pullRequestReport } from './pull-request.ts'

/** Where the report is pasted, and how it reads there. */
export interface ReportCopy {
  readonly id: 'wiki' | 'pull-request' | 'chat'
  readonly label: string
  /** What it brings. */
  readonly use: string
  readonly text: (model: ReportModel) => string
}

/** One report, told as each place wants it. */
export const reportCopies: readonly ReportCopy[] = [
  { id: 'wiki', label: 'For a wiki', use: 'all of it, as Markdown', text: markdownReport },
  {
    id: 'pull-request',
    label: 'For a pull request',
    use: 'what happened, why, and the actions to tick off',
    text: pullRequestReport,
  },
  { id: 'chat', label: 'For chat', use: 'a few lines, without tables', text: chatReport },
]
