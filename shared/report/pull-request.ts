import { durationText } from '../incident/durations.ts'
import { classificationTitles } from '../incident/record-titles.ts'
import { markdownLight } from './markdown-light.ts'
import { markdownLine, markdownLink } from './markdown-text.ts'
import type { ReportModel } from './model.ts'
import type { ReportAction } from './plan.ts'
import { utcText } from './utc-text.ts'

/**
 * What a pull request or an issue wants of a review: the gist, the actions as tasks, the timeline folded away.
 *
 * Nothing in it calls anybody, refers to an issue or closes one. [REPORT47]
 */
export function pullRequestReport(model: ReportModel): string {
  const { record, plan } = model
  const actions = plan.horizons.flatMap((horizon) => horizon.actions)
  const parts = [
    `## ${quiet(markdownLine(model.title))}`,
    gist(model),
    titled('What happened', quiet(markdownLight(record.prose.summary))),
    titled('Root cause', quiet(markdownLight(record.prose.rootCause))),
    titled('Actions', actions.map(task).join('\n')),
    timeline(model),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function gist({ record, boardUrl }: ReportModel): string {
  const { classification, severity, durations } = record
  const lengths = durations.filter(({ id }) => id === 'detect' || id === 'restore' || id === 'total')
  return [
    classification === null ? '' : `**${classificationTitles[classification]}**`,
    severity === null ? '' : `**${severity.id}** ${severity.label}`,
    ...lengths.map(({ label, ms }) => `${label} **${durationText(ms)}**`),
    boardUrl === null ? '' : markdownLink('the review', boardUrl),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function task({ title, owner, due, status, isUnproven }: ReportAction): string {
  const isDone = status === 'complete' && !isUnproven
  const who = owner === null ? '**nobody yet**' : quiet(markdownLine(owner))
  const by = due === null ? '**no date yet**' : `by ${due}`
  return `- [${isDone ? 'x' : ' '}] ${quiet(markdownLine(title))} (${who}, ${by}${isUnproven ? ', not proven' : ''})`
}

function timeline({ record: { timeline } }: ReportModel): string {
  if (timeline.length === 0) return ''
  const rows = timeline.map(({ at, event, mark }) => {
    const told = mark === null ? '' : `**${mark}.** `
    return `| ${utcText(at).replace(' UTC', '')} | ${told}${quiet(markdownLine(event))} |`
  })
  const events = timeline.length === 1 ? 'one event' : `${timeline.length} events`
  const table = ['| Time (UTC) | Event |', '|---|---|', ...rows].join('\n')
  return `<details><summary>Timeline (${events})</summary>\n\n${table}\n\n</details>`
}

function titled(title: string, text: string): string {
  return text === '' ? '' : `### ${title}\n\n${text}`
}

/**
 * What a tracker would act on: names, numbers of issues, and the words that close one, but not inside of an address or
 * of code, where trackers act on nothing.
 */
const calls =
  /<https?:[^>]*>|(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|@(?=[\p{L}\p{N}_-])|[#!](?=\d)|\bGH-(?=\d)|\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?=:?\s*(?:\[[^\]]*\]\()?<https?:)/giu

function quiet(markdown: string): string {
  return markdown.replace(calls, (found) => (/^[<`]/u.test(found) ? found : `${found}&#8203;`))
}
