import { durationText } from '../incident/durations.ts'
import { markdownFindings } from './markdown-findings.ts'
import { markdownPlan } from './markdown-plan.ts'
import { markdownLine, markdownLink, markdownProse } from './markdown-text.ts'
import type { ReportModel } from './model.ts'
import { type ProseField, proseTitles, type ReportRecord } from './record.ts'
import { utcMinuteText, utcText } from './utc-text.ts'

/** The whole report as GitHub-flavoured Markdown. What is empty is left out. */
export function markdownReport(model: ReportModel): string {
  const { record } = model
  const parts = [
    `# ${markdownLine(model.title)}`,
    reminder(model),
    recordList(model),
    prose(record, 'summary'),
    impact(record),
    times(record),
    timeline(record),
    rootCause(model),
    prose(record, 'resolution'),
    prose(record, 'communications'),
    prose(record, 'responseEvaluation'),
    responders(record),
    ...markdownFindings(model.findings),
    prose(record, 'takeaways'),
    ...markdownPlan(model.plan),
    prose(record, 'appendix'),
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

function impact(record: ReportRecord): string {
  const services = record.services
    .filter((service) => service.description.trim() !== '' || service.minutes !== null)
    .map(({ name, description, minutes }) => {
      const time = minutes === null ? '' : ` (${durationText(minutes * 60_000)})`
      const what = markdownLine(description)
      return `- **${markdownLine(name)}**${time}${what === '' ? '' : `: ${what}`}`
    })
  const downtime = record.downtimeMinutes
  return headed('Impact', [
    prose(record, 'impactUsers', '###'),
    prose(record, 'impactBusiness', '###'),
    headed('Services', [services.join('\n')], '###'),
    downtime === null ? '' : `Stated downtime: ${durationText(downtime * 60_000)}.`,
  ])
}

function times(record: ReportRecord): string {
  return headed('Times', [
    record.times.map(({ label, at }) => `- **${label}:** ${utcText(at)}`).join('\n'),
    record.durations.map(({ label, ms }) => `${label} **${durationText(ms)}**`).join(' · '),
  ])
}

function timeline({ timeline }: ReportRecord): string {
  if (timeline.length === 0) return ''
  const rows = timeline.map(({ at, event, actor, action, milestone, link }) => {
    const mark = milestone === null ? '' : `**${milestone}.** `
    const more = link === null ? '' : ` ${markdownLink('link', link)}`
    return `| ${utcText(at).replace(' UTC', '')} | ${mark}${markdownLine(event)}${more} | ${markdownLine(actor)} | ${markdownLine(action)} |`
  })
  return headed('Timeline', [
    ['| Time (UTC) | Event | Actor | Action taken |', '|---|---|---|---|', ...rows].join('\n'),
  ])
}

function rootCause({ record, causes }: ReportModel): string {
  const whys = causes.whys.map(({ text, depth, evidence }) => {
    const because = evidence.trim() === '' ? '' : ` *Evidence: ${markdownLine(evidence)}*`
    return `${'  '.repeat(Math.min(depth, 10))}- ${markdownLine(text)}${because}`
  })
  const factors = causes.factors.map(({ text, category, weight, evidence }) => {
    const kind = [category, weight === null ? null : `weight ${weight}`].filter((each) => each !== null).join(', ')
    const because = evidence.trim() === '' ? '' : `: ${markdownLine(evidence)}`
    return `- **${markdownLine(text)}**${kind === '' ? '' : ` (${kind})`}${because}`
  })
  return headed('Root cause', [
    markdownProse(record.prose.rootCause),
    headed('Why it happened', [whys.join('\n')], '###'),
    headed('Contributing factors', [factors.join('\n')], '###'),
    prose(record, 'technicalDetails', '###'),
  ])
}

function responders({ responders }: ReportRecord): string {
  const rows = responders.map(({ name, role, did }) => {
    const as = role.trim() === '' ? '' : `, ${markdownLine(role)}`
    const what = markdownLine(did.replace(/^[-*•]\s+/gmu, '').replace(/\n+/gu, '; '))
    return `- **${markdownLine(name)}**${as}${what === '' ? '' : `: ${what}`}`
  })
  return headed('Who responded', [rows.join('\n')])
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
