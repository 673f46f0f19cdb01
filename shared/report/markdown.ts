import { durationText } from '../incident/durations.ts'
import { namedFactors, type ReportCauses } from './causes.ts'
import { headRows } from './head.ts'
import { markdownEvidence, markdownFactors, markdownWhys } from './markdown-causes.ts'
import { markdownNotes, markdownThemes } from './markdown-findings.ts'
import { markdownLight } from './markdown-light.ts'
import { markdownLinkedTo } from './markdown-links.ts'
import { markdownActions } from './markdown-plan.ts'
import { markdownLine, markdownLink } from './markdown-text.ts'
import type { ReportModel } from './model.ts'
import { type ReportPartId, reportOutline } from './outline.ts'
import type { ReportRecord } from './record.ts'
import { type RecordBlocks, type ReportBlock, recordBlocks } from './record-blocks.ts'
import { utcMinuteText, utcText } from './utc-text.ts'

/** The whole report as GitHub-flavoured Markdown. What is empty is left out. */
export function markdownReport(model: ReportModel): string {
  const blocks = recordBlocks(model)
  const parts = reportOutline(model).map(({ id, title }) => headed(title, bodies[id](model, blocks)))
  const whole = [`# ${markdownLine(model.title)}`, reminder(model), recordList(model), ...parts, footer(model)]
  return `${whole.filter((part) => part !== '').join('\n\n')}\n`
}

/** What each part of the report holds. */
const bodies: Readonly<Record<ReportPartId, (model: ReportModel, blocks: RecordBlocks) => readonly string[]>> = {
  control: (_, { control }) => control.map(recordBlock),
  summary: (_, { summary }) => summary.map(recordBlock),
  timeline: ({ record }) => [milestones(record), headed('Events', [timeline(record)], '###')],
  impact: (_, { impact }) => impact.map(recordBlock),
  response: (_, { response }) => response.map(recordBlock),
  'root-cause': ({ causes }, { rootCause, symptoms, details }) => [
    ...[...rootCause, ...symptoms].map(recordBlock),
    headed('Why it happened', [markdownWhys(causes)], '###'),
    headed('Contributing factors', [factorNames(causes)], '###'),
    ...details.map(recordBlock),
  ],
  'went-well': ({ findings }) => markdownNotes(findings, 'went-well'),
  'went-wrong': ({ findings, causes }) => [...markdownFactors(causes), ...markdownNotes(findings, 'went-wrong')],
  lessons: ({ findings }, { lessons }) => [...lessons.map(recordBlock), ...markdownNotes(findings, 'lessons')],
  themes: ({ findings }) => markdownThemes(findings),
  actions: ({ plan }) => markdownActions(plan),
  'follow-up': (_, { followUp }) => followUp.map(recordBlock),
  appendices: ({ evidence }, { appendices }) => [
    headed('Chain of evidence', [markdownEvidence(evidence)], '###'),
    ...appendices.map(recordBlock),
  ],
}

function reminder({ reminder: { directive } }: ReportModel): string {
  return `> ${markdownLine(directive.text)}\n>\n> — ${directive.author}, *${directive.source}*`
}

function recordList(model: ReportModel): string {
  return headRows(model)
    .map(({ label, value, link }) => {
      const told = link === undefined ? markdownLine(value) : markdownLink(value, link)
      return `- **${label}:** ${told}`
    })
    .join('\n')
}

function recordBlock(block: ReportBlock): string {
  if (block.kind === 'line') return block.text
  if (block.title !== null) return headed(block.title, [recordBlock({ ...block, title: null })], '###')
  if (block.kind === 'prose') return markdownLight(block.text)
  if (block.kind === 'rows')
    return block.rows.map(({ label, value }) => `- **${label}:** ${markdownLine(value)}`).join('\n')
  return block.items
    .map(({ name, aside, text, link, done }) => {
      const what = markdownLine(text.replace(/^[-*•]\s+/gmu, '').replace(/\n+/gu, '; '))
      const behind = markdownLine(`x${aside}`).slice(1)
      const title = link === null ? markdownLine(name) : markdownLink(name, link)
      const tick = done === undefined ? '' : `[${done ? 'x' : ' '}] `
      return `- ${tick}**${title}**${behind}${what === '' ? '' : `: ${what}`}`
    })
    .join('\n')
}

function milestones({ times, durations }: ReportRecord): string {
  const moments = times.map(({ label, at }) => `- **${label}:** ${utcText(at)}`).join('\n')
  const lengths = durations.map(({ label, ms }) => `${label} **${durationText(ms)}**`).join(' · ')
  return headed('Milestones', [moments, lengths], '###')
}

function timeline({ timeline }: ReportRecord): string {
  if (timeline.length === 0) return ''
  const rows = timeline.map((told) => {
    const { at, event, actor, action, mark, link } = told
    const marked = mark === null ? '' : `**${mark}.** `
    const more = link === null ? '' : ` ${markdownLink('link', link)}`
    const linked = markdownLinkedTo(told)
    const what = `${marked}${markdownLine(event)}${more}${linked === '' ? '' : `<br>${linked}`}`
    return `| ${utcText(at).replace(' UTC', '')} | ${what} | ${markdownLine(actor)} | ${markdownLine(action)} |`
  })
  return ['| Time (UTC) | Event | Actor | Action taken |', '|---|---|---|---|', ...rows].join('\n')
}

/** Which there are, by sort; what is known of each is told where it is told what went wrong. */
function factorNames(causes: ReportCauses): string {
  return namedFactors(causes)
    .map(({ title, factors: those }) => `- **${title}:** ${those.map(({ text }) => markdownLine(text)).join('; ')}`)
    .join('\n')
}

function footer({ madeAt, isClosed, boardUrl }: ReportModel): string {
  const from = boardUrl === null ? 'the board' : markdownLink('the board', boardUrl)
  const state = isClosed ? 'The review is finished' : 'The review was still open'
  return `---\n\n*${state} when this report was taken from ${from} on ${utcMinuteText(madeAt)}.*`
}

/** A heading over what there is; nothing where there is nothing. */
function headed(title: string, parts: readonly string[], level = '##'): string {
  const there = parts.filter((part) => part !== '')
  return there.length === 0 ? '' : [`${level} ${title}`, ...there].join('\n\n')
}
