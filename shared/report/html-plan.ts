import { horizonTitles, reviewRhythm } from '../review/action.ts'
import { target } from '../review/target.ts'
import { htmlLinkedTo, htmlPlace } from './html-links.ts'
import { htmlLink, htmlText } from './html-text.ts'
import { priorityTitles, type ReportAction, type ReportHorizon, type ReportPlan, statusText } from './plan.ts'

/** Actions by horizon. */
export function htmlActions({ horizons, total, incomplete }: ReportPlan): readonly string[] {
  const lacking = `<p class="lack">${incomplete} of ${total} still ${incomplete === 1 ? 'lacks' : 'lack'} an owner or a due date.</p>`
  return [incomplete === 0 ? '' : lacking, ...horizons.map(horizonPart)]
}

/** On a phone each stands before what is in it. */
const columns = ['Action', 'Owner', 'Due', 'Priority', 'Status', 'Verified by'] as const

function horizonPart({ horizon, actions }: ReportHorizon): string {
  const title = horizon === null ? 'Without a date' : horizonTitles[horizon]
  const rhythm = horizon === null ? '' : ` <small>looked at again ${reviewRhythm[horizon]}</small>`
  const head = columns.map((title) => `<th>${title}</th>`)
  return `<h3>${title}${rhythm}</h3>
<table class="actions"><thead><tr>${head.join('')}</tr></thead><tbody>${actions.map(actionRow).join('\n')}</tbody></table>`
}

function actionRow(action: ReportAction): string {
  const { title, owner, due, priority, source, link, sort, weighed, metric, isOverdue } = action
  const from = source === null ? '' : `<br><small>From: ${htmlText(source.words)}</small>`
  const details = [sort, weighed, metric.trim() === '' ? '' : `Success: ${metric}`].filter((part) => part !== '')
  const told = details.map((part) => `<br><small>${htmlText(part)}</small>`).join('')
  const more = link === null ? '' : ` ${htmlLink('link', link)}`
  const cells = [
    `${htmlText(title)}${more}${told}${from}${htmlLinkedTo(action)}`,
    owner === null ? '<span class="lack">nobody yet</span>' : htmlText(owner),
    due === null ? '<span class="lack">no date yet</span>' : `${htmlText(due)}${isOverdue ? ' (overdue)' : ''}`,
    priorityTitles[priority],
    statusText(action),
    proof(action),
  ]
  return `<tr${htmlPlace(target('action', action.id))}>${cells.map((cell, at) => `<td data-label="${columns[at]}">${cell}</td>`).join('')}</tr>`
}

function proof({ verification, evidence }: ReportAction): string {
  const shown = evidence.trim() === '' ? '' : `<small>Evidence: ${htmlText(evidence)}</small>`
  return [htmlText(verification), shown].filter((part) => part !== '').join('<br>')
}
