import { horizonTitles, reviewRhythm } from '../review/action.ts'
import { markdownLine, markdownLink } from './markdown-text.ts'
import { priorityTitles, type ReportAction, type ReportHorizon, type ReportPlan, statusTitles } from './plan.ts'

/** Actions by horizon and the check-ins, each as a part of the report. */
export function markdownPlan({ horizons, total, incomplete, checkIns }: ReportPlan): readonly string[] {
  const lacking = incomplete === 0 ? '' : `${incomplete} of ${total} still lack an owner or a due date.`
  const checks = checkIns.map(({ on, what }) => `- **${on}:** ${markdownLine(what) || 'Are the actions done?'}`)
  return [
    total === 0 ? '' : ['## Actions', lacking, ...horizons.map(horizonPart)].filter((part) => part !== '').join('\n\n'),
    checks.length === 0 ? '' : `## Check-in\n\n${checks.join('\n')}`,
  ]
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
  const { title, owner, due, priority, status, verification, source, link } = action
  const more = [
    source === null ? '' : `<br>From: ${markdownLine(source.words)}`,
    link === null ? '' : ` ${markdownLink('link', link)}`,
  ].join('')
  const cells = [
    `${markdownLine(title)}${more}`,
    owner === null ? '**nobody yet**' : markdownLine(owner),
    due === null ? '**no date yet**' : `${due}${action.isOverdue ? ' (overdue)' : ''}`,
    priorityTitles[priority],
    statusTitles[status],
    markdownLine(verification),
  ]
  return `| ${cells.join(' | ')} |`
}
