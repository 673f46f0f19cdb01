import { durationText } from '../incident/durations.ts'
import { classificationTitles } from '../incident/record-titles.ts'
import { summarySection } from './in-short.ts'
import { markdownEvidence, markdownFactors, markdownWhys } from './markdown-causes.ts'
import { markdownFindings } from './markdown-findings.ts'
import { markdownLinkedTo } from './markdown-links.ts'
import { markdownPlan } from './markdown-plan.ts'
import { markdownLine, markdownLink, markdownProse } from './markdown-text.ts'
import type { ReportModel } from './model.ts'
import { type ProseField, proseTitles, type ReportRecord } from './record.ts'
import { type RecordSection, type ReportBlock, recordSections } from './record-sections.ts'
import { utcMinuteText, utcText } from './utc-text.ts'

/** The whole report as GitHub-flavoured Markdown. What is empty is left out. */
export function markdownReport(model: ReportModel): string {
  const { record } = model
  const sections = recordSections(record)
  const parts = [
    `# ${markdownLine(model.title)}`,
    reminder(model),
    recordList(model),
    recordSection(summarySection(model)),
    recordSection(sections.impact),
    times(record),
    timeline(record),
    rootCause(model),
    recordSection(sections.containment),
    recordSection(sections.resolution),
    recordSection(sections.communications),
    recordSection(sections.response),
    recordSection(sections.responders),
    ...markdownFindings(model.findings),
    prose(record, 'takeaways'),
    ...markdownPlan(model.plan),
    headed('Chain of evidence', [markdownEvidence(model.evidence)]),
    recordSection(sections.followUp),
    prose(record, 'appendix'),
    recordSection(sections.documents),
    recordSection(sections.control),
    footer(model),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function reminder({ reminder: { directive } }: ReportModel): string {
  return `> ${markdownLine(directive.text)}\n>\n> — ${directive.author}, *${directive.source}*`
}

function recordList({ record, people }: ReportModel): string {
  const { severity } = record
  const rows: readonly (readonly [string, string])[] = [
    ['Incident', markdownLine(record.incidentId ?? '')],
    ['Kind', record.kind ?? ''],
    ['Issue', record.issueLink === null ? '' : markdownLink(record.issueLink, record.issueLink)],
    ['Confidentiality', record.classification === null ? '' : classificationTitles[record.classification]],
    ['Severity', severity === null ? '' : `${severity.id}, ${severity.label}`],
    ['Status', record.status],
    ['Services', record.services.map((service) => markdownLine(service.name)).join(', ')],
    ['Tags', record.tags.map(markdownLine).join(', ')],
    ['Reviewed on', record.reviewedOn ?? ''],
    ['Facilitated by', people.facilitator.map(markdownLine).join(', ')],
    ['Took part', people.participant.map(markdownLine).join(', ')],
    ['Observed', people.observer.map(markdownLine).join(', ')],
  ]
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `- **${label}:** ${value}`)
    .join('\n')
}

function prose(record: ReportRecord, field: ProseField, level = '##'): string {
  const text = markdownProse(record.prose[field])
  return text === '' ? '' : `${level} ${proseTitles[field]}\n\n${text}`
}

/** A section of the record, each of its blocks under a heading of its own where it has a title. */
function recordSection(section: RecordSection | null): string {
  return section === null ? '' : headed(section.title, section.blocks.map(recordBlock))
}

function recordBlock(block: ReportBlock): string {
  if (block.kind === 'line') return block.text
  if (block.title !== null) return headed(block.title, [recordBlock({ ...block, title: null })], '###')
  if (block.kind === 'prose') return markdownProse(block.text)
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

function times(record: ReportRecord): string {
  return headed('Times', [
    record.times.map(({ label, at }) => `- **${label}:** ${utcText(at)}`).join('\n'),
    record.durations.map(({ label, ms }) => `${label} **${durationText(ms)}**`).join(' · '),
  ])
}

function timeline({ timeline }: ReportRecord): string {
  if (timeline.length === 0) return ''
  const rows = timeline.map((told) => {
    const { at, event, actor, action, milestone, link } = told
    const mark = milestone === null ? '' : `**${milestone}.** `
    const more = link === null ? '' : ` ${markdownLink('link', link)}`
    const linked = markdownLinkedTo(told)
    const what = `${mark}${markdownLine(event)}${more}${linked === '' ? '' : `<br>${linked}`}`
    return `| ${utcText(at).replace(' UTC', '')} | ${what} | ${markdownLine(actor)} | ${markdownLine(action)} |`
  })
  return headed('Timeline', [
    ['| Time (UTC) | Event | Actor | Action taken |', '|---|---|---|---|', ...rows].join('\n'),
  ])
}

function rootCause({ record, causes }: ReportModel): string {
  return headed('Root cause', [
    markdownProse(record.prose.rootCause),
    prose(record, 'symptoms', '###'),
    headed('Why it happened', [markdownWhys(causes)], '###'),
    headed('Contributing factors', [markdownFactors(causes)], '###'),
    prose(record, 'technicalDetails', '###'),
    prose(record, 'evidence', '###'),
  ])
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
