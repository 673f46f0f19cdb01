import { classificationTitles } from '../incident/record-titles.ts'
import { headRows } from './head.ts'
import { htmlEvidence, htmlFactorNames, htmlFactors, htmlFishbone, htmlWhys } from './html-causes.ts'
import { htmlNotes, htmlThemes } from './html-findings.ts'
import { htmlLight } from './html-light.ts'
import { htmlActions } from './html-plan.ts'
import { reportStyle } from './html-style.ts'
import { htmlLink, htmlProse, htmlText } from './html-text.ts'
import { htmlEvents, htmlMilestones } from './html-times.ts'
import type { ReportModel } from './model.ts'
import { type ReportPartId, reportOutline } from './outline.ts'
import { type RecordBlocks, type ReportBlock, recordBlocks } from './record-blocks.ts'
import { utcMinuteText } from './utc-text.ts'

/** The whole report as one HTML file that needs nothing else, to read and to print. What is empty is left out. */
export function htmlReport(model: ReportModel): string {
  const { classification } = model.record
  const blocks = recordBlocks(model)
  const parts = [
    classification === null ? '' : `<p class="mark">${classificationTitles[classification]}</p>`,
    `<h1>${htmlText(model.title)}</h1>`,
    facts(model),
    reminder(model),
    ...reportOutline(model).map(({ id, title }) => headed('h2', title, bodies[id](model, blocks))),
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

/** What each part of the report holds. */
const bodies: Readonly<Record<ReportPartId, (model: ReportModel, blocks: RecordBlocks) => readonly string[]>> = {
  control: (_, { control }) => control.map(recordBlock),
  summary: (_, { summary }) => summary.map(recordBlock),
  timeline: ({ record }) => [
    headed('h3', 'Milestones', [htmlMilestones(record)]),
    headed('h3', 'Events', [htmlEvents(record)]),
  ],
  impact: (_, { impact }) => impact.map(recordBlock),
  response: (_, { response }) => response.map(recordBlock),
  'root-cause': ({ causes }, { rootCause, symptoms, details }) => [
    ...[...rootCause, ...symptoms].map(recordBlock),
    headed('h3', 'Why it happened', [htmlWhys(causes)]),
    headed('h3', 'Contributing factors', [htmlFactorNames(causes)]),
    headed('h3', 'Causes by category', [htmlFishbone(causes)]),
    ...details.map(recordBlock),
  ],
  'went-well': ({ findings }) => htmlNotes(findings, 'went-well'),
  'went-wrong': ({ findings, causes }) => [...htmlFactors(causes), ...htmlNotes(findings, 'went-wrong')],
  lessons: ({ findings }, { lessons }) => [...lessons.map(recordBlock), ...htmlNotes(findings, 'lessons')],
  themes: ({ findings }) => htmlThemes(findings),
  actions: ({ plan }) => htmlActions(plan),
  'follow-up': (_, { followUp }) => followUp.map(recordBlock),
  appendices: ({ evidence }, { appendices }) => [
    headed('h3', 'Chain of evidence', [htmlEvidence(evidence)]),
    ...appendices.map(recordBlock),
  ],
}

function reminder({ reminder: { directive } }: ReportModel): string {
  const { text, author, source } = directive
  return `<blockquote><p>${htmlText(text)}</p><small>${htmlText(author)}, <cite>${htmlText(source)}</cite></small></blockquote>`
}

function facts(model: ReportModel): string {
  const rows = headRows(model).filter(({ label }) => label !== 'Confidentiality')
  const told = rows.map(({ label, value, link }) => {
    return `<dt>${label}</dt><dd>${link === undefined ? htmlText(value) : htmlLink(value, link)}</dd>`
  })
  return `<dl class="facts">${told.join('')}</dl>`
}

function recordBlock(block: ReportBlock): string {
  if (block.kind === 'line') return `<p>${block.text}</p>`
  if (block.title !== null) return headed('h3', block.title, [recordBlock({ ...block, title: null })])
  if (block.kind === 'prose') return htmlLight(block.text)
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
