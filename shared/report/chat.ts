import { durationText } from '../incident/durations.ts'
import { classificationTitles } from '../incident/record-titles.ts'
import type { ReportModel } from './model.ts'
import { plainLine } from './plain-line.ts'
import type { ReportAction } from './plan.ts'
import { oneLine } from './prose.ts'
import { utcText } from './utc-text.ts'

/** So many actions are read in a chat; the report has them all. */
const mostActions = 8
/** Letters of a text, of which a chat shows the beginning. */
const mostLetters = 400

/** A few lines that read well in any chat, whether it draws asterisks as bold or not. [REPORT46] */
export function chatReport(model: ReportModel): string {
  const { record, plan } = model
  const actions = plan.horizons.flatMap((horizon) => horizon.actions).filter(isOpen)
  const more = actions.length - mostActions
  const { severity, classification } = record
  const asides = [severity?.id, classification === null ? undefined : classificationTitles[classification]]
    .filter((aside) => aside !== undefined)
    .join(', ')
  const lines = [
    `*${words(model.title)}*${asides === '' ? '' : ` (${asides})`}`,
    times(model),
    told('What happened', plainLine(record.prose.summary)),
    told('Root cause', plainLine(record.prose.rootCause)),
    plan.total === 0 ? '' : `Actions: ${plan.open} of ${plan.total} open`,
    ...actions.slice(0, mostActions).map(action),
    more > 0 ? `• and ${more} more` : '',
    model.boardUrl ?? '',
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

function times({ record: { times, durations } }: ReportModel): string {
  const started = times[0]
  const lengths = durations.filter(({ id }) => id === 'detect' || id === 'restore')
  return [
    started === undefined ? '' : `${started.label} ${utcText(started.at)}`,
    ...lengths.map(({ label, ms }) => `${label.toLowerCase()} ${durationText(ms)}`),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function told(title: string, text: string): string {
  return text.trim() === '' ? '' : `${title}: ${words(text)}`
}

/** As it is counted: what is called complete and is not proven is open. [ACTION6] */
function isOpen({ status, isUnproven }: ReportAction): boolean {
  return status !== 'complete' || isUnproven
}

function action({ title, owner, due, isUnproven }: ReportAction): string {
  const who = owner === null ? 'nobody yet' : words(owner)
  return `• ${words(title)}: ${who}, ${due === null ? 'no date yet' : `due ${due}`}${isUnproven ? ', not proven' : ''}`
}

/** On one line, calling nobody and opening no block of code, which would swallow the lines below. [REPORT47] */
function words(text: string): string {
  const line = [...oneLine(text)]
  const shown = line.length <= mostLetters ? line : [...line.slice(0, mostLetters - 1), '…']
  return shown
    .join('')
    .replace(/@(?=[\p{L}\p{N}_-])/gu, '@\u200b')
    .replace(/`{3,}/gu, '`')
}
