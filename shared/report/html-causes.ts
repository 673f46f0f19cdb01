import { categoryTitle } from '../incident/categories.ts'
import { type Fishbone, type FishboneText, fishboneType } from '../incident/fishbone.ts'
import { target } from '../review/target.ts'
import { namedFactors, type ReportCauses, type ReportFactor, type ReportWhy } from './causes.ts'
import type { ReportEvidence } from './evidence.ts'
import { htmlLinkedTo, htmlPlace, htmlPlaceLink } from './html-links.ts'
import { htmlLines, htmlText } from './html-text.ts'

/** The whys as nested lists. */
export function htmlWhys({ whys }: ReportCauses): string {
  return whys.length === 0 ? '' : `<ul class="tree">${whys.map(whyItem).join('')}</ul>`
}

/** The factors under a heading for each sort. */
export function htmlFactors({ factors }: ReportCauses): readonly string[] {
  return factors.map(({ title, factors: those }) => `<h3>${title}</h3>\n<ul>${those.map(factorItem).join('')}</ul>`)
}

/** Which there are, by sort, each leading to what is known of it. */
export function htmlFactorNames(causes: ReportCauses): string {
  const rows = namedFactors(causes).map(({ title, factors: those }) => {
    const names = those.map(({ id, text }) => htmlPlaceLink(target('cause', id), text))
    return `<dt>${title}</dt><dd>${names.join('; ')}</dd>`
  })
  return rows.length === 0 ? '' : `<dl class="facts">${rows.join('')}</dl>`
}

/** Two drawings of one thing, of which a page shows the one that it has room for. */
export function htmlFishbone({ drawing }: ReportCauses): string {
  if (drawing === null) return ''
  return `<figure class="fishbone">${svg(drawing.wide, 'wide')}${svg(drawing.narrow, 'narrow')}</figure>`
}

/** Each chain as nested lists, from what is done down to what was seen. */
export function htmlEvidence(chains: readonly ReportEvidence[]): string {
  return chains.length === 0 ? '' : `<ul class="tree">${chains.map(chainItem).join('')}</ul>`
}

function whyItem(why: ReportWhy): string {
  const { id, text, evidence, category, because } = why
  const sort = category === null ? '' : ` <small>${categoryTitle(category)}</small>`
  const below = because.length === 0 ? '' : `<ul>${because.map(whyItem).join('')}</ul>`
  return `<li${htmlPlace(target('cause', id), why)}>${htmlLines(text)}${sort}${shows(evidence)}${htmlLinkedTo(why)}${below}</li>`
}

function factorItem(factor: ReportFactor): string {
  const { id, text, how, weight, evidence } = factor
  const heavy = weight === null ? '' : ` <small>weight ${weight}</small>`
  const by = how.trim() === '' ? '' : `<br>${htmlLines(how)}`
  const name = `<strong>${htmlText(text)}</strong>${heavy}`
  return `<li${htmlPlace(target('cause', id))}>${name}${by}${shows(evidence)}${htmlLinkedTo(factor)}</li>`
}

function shows(evidence: string): string {
  return evidence.trim() === '' ? '' : `<br><small>Evidence: ${htmlLines(evidence)}</small>`
}

function chainItem({ label, words, restsOn }: ReportEvidence): string {
  const below = restsOn.length === 0 ? '' : `<ul>${restsOn.map(chainItem).join('')}</ul>`
  return `<li><small>${htmlText(label)}</small> ${htmlLines(words)}${below}</li>`
}

function svg({ width, height, spine, head, bones }: Fishbone, name: string): string {
  const [x, y, boxWidth, boxHeight] = head.box
  const drawn = [
    line(spine, 'spine'),
    ...bones.map((bone) => line(bone.line, 'bone')),
    ...bones.flatMap(({ items }) => items.map((item) => line(item.twig, 'twig'))),
    `<rect class="head" x="${digits(x)}" y="${digits(y)}" width="${digits(boxWidth)}" height="${digits(boxHeight)}" rx="8"/>`,
    words(head, 'strong'),
    ...bones.flatMap(({ label, items }) => [
      words(label, 'strong'),
      ...items.map((item) => words(item, item.isHeavy ? 'strong' : '')),
    ]),
  ]
  return `<svg class="${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Fishbone of the causes by category" font-size="${fishboneType.size}">${drawn.join('')}</svg>`
}

function line([x1, y1, x2, y2]: Fishbone['spine'], name: string): string {
  return `<line class="${name}" x1="${digits(x1)}" y1="${digits(y1)}" x2="${digits(x2)}" y2="${digits(y2)}"/>`
}

function words({ lines, x, y }: FishboneText, name: string): string {
  const spans = lines.map(
    (each, at) => `<tspan x="${digits(x)}" dy="${at === 0 ? 0 : fishboneType.line}">${htmlText(each)}</tspan>`,
  )
  return `<text${name === '' ? '' : ` class="${name}"`} x="${digits(x)}" y="${digits(y)}">${spans.join('')}</text>`
}

function digits(value: number): string {
  return String(Math.round(value * 10) / 10)
}
