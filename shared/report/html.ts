import { classificationTitles } from '../incident/record-titles.ts'
import { htmlEvidence, htmlFactors, htmlFishbone, htmlWhys } from './html-causes.ts'
import { htmlFindings } from './html-findings.ts'
import { htmlPlan } from './html-plan.ts'
import { reportStyle } from './html-style.ts'
import { htmlLink, htmlProse, htmlText } from './html-text.ts'
import { htmlTimes } from './html-times.ts'
import { summarySection } from './in-short.ts'
import type { ReportModel } from './model.ts'
import { type ProseField, proseTitles, type ReportRecord } from './record.ts'
import { type RecordSection, type ReportBlock, recordSections } from './record-sections.ts'
import { utcMinuteText } from './utc-text.ts'

/** The whole report as one HTML file that needs nothing else, to read and to print. What is empty is left out. */
export function htmlReport(model: ReportModel): string {
  const { record } = model
  const { classification } = record
  const sections = recordSections(record)
  const parts = [
    classification === null ? '' : `<p class="mark">${classificationTitles[classification]}</p>`,
    `<h1>${htmlText(model.title)}</h1>`,
    facts(model),
    reminder(model),
    recordSection(summarySection(model)),
    recordSection(sections.impact),
    htmlTimes(record),
    rootCause(model),
    recordSection(sections.containment),
    recordSection(sections.resolution),
    recordSection(sections.communications),
    recordSection(sections.response),
    recordSection(sections.responders),
    htmlFindings(model.findings),
    prose(record, 'takeaways'),
    htmlPlan(model.plan),
    headed('h2', 'Chain of evidence', [htmlEvidence(model.evidence)]),
    recordSection(sections.followUp),
    prose(record, 'appendix'),
    recordSection(sections.documents),
    recordSection(sections.control),
  ]
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(model.title)}</title>
<style>${reportStyle}</style>
</head>
<body${classification === null ? '' : ` class="${classification}"`}>
<main>
${parts.filter((part) => part !== '').join('\n')}
</main>
${footer(model)}
</body>
</html>
`
}

function reminder({ reminder: { directive } }: ReportModel): string {
  const { text, author, source } = directive
  return `<blockquote><p>${htmlText(text)}</p><small>${htmlText(author)}, <cite>${htmlText(source)}</cite></small></blockquote>`
}

function facts({ record, people }: ReportModel): string {
  const { severity } = record
  const rows: readonly (readonly [string, string])[] = [
    ['Incident', htmlText(record.incidentId ?? '')],
    ['Kind', record.kind ?? ''],
    ['Issue', record.issueLink === null ? '' : htmlLink(record.issueLink, record.issueLink)],
    ['Severity', severity === null ? '' : `${severity.id}, ${severity.label}`],
    ['Status', record.status],
    ['Services', htmlText(record.services.map((service) => service.name).join(', '))],
    ['Tags', htmlText(record.tags.join(', '))],
    ['Reviewed on', record.reviewedOn ?? ''],
    ['Facilitated by', htmlText(people.facilitator.join(', '))],
    ['Took part', htmlText(people.participant.join(', '))],
    ['Observed', htmlText(people.observer.join(', '))],
  ]
  const shown = rows.filter(([, value]) => value !== '')
  return `<dl class="facts">${shown.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`
}

function prose(record: ReportRecord, field: ProseField, level: 'h2' | 'h3' = 'h2'): string {
  const text = htmlProse(record.prose[field])
  return text === '' ? '' : `<${level}>${proseTitles[field]}</${level}>\n${text}`
}

function recordSection(section: RecordSection | null): string {
  return section === null ? '' : headed('h2', section.title, section.blocks.map(recordBlock))
}

function recordBlock(block: ReportBlock): string {
  if (block.kind === 'line') return `<p>${block.text}</p>`
  if (block.title !== null) return headed('h3', block.title, [recordBlock({ ...block, title: null })])
  if (block.kind === 'prose') return htmlProse(block.text)
  if (block.kind === 'rows') {
    const rows = block.rows.map(({ label, value }) => `<dt>${label}</dt><dd>${htmlText(value)}</dd>`)
    return `<dl class="facts">${rows.join('')}</dl>`
  }
  return list(
    block.items.map(({ name, aside, text, link, done }) => {
      const title = link === null ? htmlText(name) : htmlLink(name, link)
      const state = done === undefined ? '' : ` <small>(${done ? 'done' : 'open'})</small>`
      const tick = done === undefined ? '' : ` class="${done ? 'done' : 'open'}"`
      return `<li${tick}><strong>${title}</strong>${htmlText(aside)}${state}${htmlProse(text)}</li>`
    }),
  )
}

function rootCause({ record, causes }: ReportModel): string {
  return headed('h2', 'Root cause', [
    htmlProse(record.prose.rootCause),
    prose(record, 'symptoms', 'h3'),
    headed('h3', 'Why it happened', [htmlWhys(causes)]),
    headed('h3', 'Contributing factors', [htmlFactors(causes)]),
    headed('h3', 'Causes by category', [htmlFishbone(causes)]),
    prose(record, 'technicalDetails', 'h3'),
    prose(record, 'evidence', 'h3'),
  ])
}

function footer({ madeAt, isClosed, boardUrl }: ReportModel): string {
  const from = boardUrl === null ? 'the board' : htmlLink('the board', boardUrl)
  const state = isClosed ? 'The review is finished' : 'The review was still open'
  return `<footer>${state} when this report was taken from ${from} on ${utcMinuteText(madeAt)}.</footer>`
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`
}

/** A heading over what there is; nothing where there is nothing. */
function headed(level: 'h2' | 'h3', title: string, parts: readonly string[]): string {
  const there = parts.filter((part) => part !== '')
  return there.length === 0 ? '' : [`<${level}>${title}</${level}>`, ...there].join('\n')
}
