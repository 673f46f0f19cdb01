import { horizonTitles, reviewRhythm } from '../review/action.ts'
import { markdownLinkedTo } from './markdown-links.ts'
import { markdownLine, markdownLink } from './markdown-text.ts'
import { priorityTitles, type ReportAction, type ReportHorizon, type ReportPlan, statusText } from './plan.ts'

/** Actions by horizon. */
export function markdownActions({ horizons, total, incomplete }: ReportPlan): readonly string[] {
  const lacking =
    incomplete === 0
      ? ''
      : `${incomplete} of ${total} still ${incomplete === 1 ? 'lacks' : 'lack'} an owner or a due date.`
  return [lacking, ...horizons.map(horizonPart)]
}

function horizonPart({ horizon, actions }: ReportHorizon): string {
  const title = horizon === null ? 'Without a date' : horizonTitles[horizon]
  const rhythm = horizon === null ? [] : [`Looked at again ${reviewRhythm[horizon]}.`]
  return [
    `### ${title}`,
    ...rhythm,
    [
      '| Action | Owner | Due | Priority | Status | Verified by |',
      '|---|---|---|---|---|---|',
      ...actions.map(actionRow),
    ].join('\n'),
  ].join('\n\n')
}

function actionRow(action: ReportAction): string {
  const { title, owner, due, priority, source, link, sort, weighed, metric } = action
  const linked = markdownLinkedTo(action)
  const more = [
    ...[sort, weighed].map((said) => (said === '' ? '' : `<br>${said}`)),
    metric.trim() === '' ? '' : `<br>Success: ${markdownLine(metric)}`,
    source === null ? '' : `<br>From: ${markdownLine(source.words)}`,
    link === null ? '' : ` ${markdownLink('link', link)}`,
    linked === '' ? '' : `<br>${linked}`,
  ].join('')
  const cells = [
    `${markdownLine(title)}${more}`,
    owner === null ? '**nobody yet**' : markdownLine(owner),
    due === null ? '**no date yet**' : `${due}${action.isOverdue ? ' (overdue)' : ''}`,
    priorityTitles[priority],
    statusText(action),
    proof(action),
  ]
  return `| ${cells.join(' | ')} |`
}

function proof({ verification, evidence }: ReportAction): string {
  const shown = evidence.trim() === '' ? '' : `Evidence: ${markdownLine(evidence)}`
  return [markdownLine(verification), shown].filter((part) => part !== '').join('<br>')
}
