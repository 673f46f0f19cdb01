import { horizonTitles, reviewRhythm } from '../review/action.ts'
import { htmlLink, htmlText } from './html-text.ts'
import { priorityTitles, type ReportAction, type ReportHorizon, type ReportPlan, statusTitles } from './plan.ts'

/** Actions by horizon, and the check-ins. */
export function htmlPlan({ horizons, total, incomplete, checkIns }: ReportPlan): string {
  const checks = checkIns.map(
    ({ on, what }) => `<li><strong>${htmlText(on)}</strong> ${htmlText(what.trim() || 'Are the actions done?')}</li>`,
  )
  return [
    total === 0 ? '' : '<h2>Actions</h2>',
    incomplete === 0 ? '' : `<p class="lack">${incomplete} of ${total} still lack an owner or a due date.</p>`,
    ...horizons.map(horizonPart),
    checks.length === 0 ? '' : `<h2>Check-in</h2>\n<ul>${checks.join('')}</ul>`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function horizonPart({ horizon, actions }: ReportHorizon): string {
  const title = horizon === null ? 'Without a date' : horizonTitles[horizon]
  const rhythm = horizon === null ? '' : ` <small>looked at again ${reviewRhythm[horizon]}</small>`
  const head = ['Action', 'Owner', 'Due', 'Priority', 'Status', 'Verified by'].map((title) => `<th>${title}</th>`)
  return `<h3>${title}${rhythm}</h3>
<table class="actions"><thead><tr>${head.join('')}</tr></thead><tbody>${actions.map(actionRow).join('\n')}</tbody></table>`
}

function actionRow(action: ReportAction): string {
  const { title, owner, due, priority, status, verification, source, link, isOverdue } = action
  const from = source === null ? '' : `<br><small>From: ${htmlText(source.words)}</small>`
  const more = link === null ? '' : ` ${htmlLink('link', link)}`
  const cells = [
    `${htmlText(title)}${more}${from}`,
    owner === null ? '<span class="lack">nobody yet</span>' : htmlText(owner),
    due === null ? '<span class="lack">no date yet</span>' : `${htmlText(due)}${isOverdue ? ' (overdue)' : ''}`,
    priorityTitles[priority],
    statusTitles[status],
    htmlText(verification),
  ]
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}
