import { categoryTitle } from '../incident/categories.ts'
import type { ReportCauses, ReportFactor, ReportWhy } from './causes.ts'
import type { ReportEvidence } from './evidence.ts'
import { markdownLinkedTo } from './markdown-links.ts'
import { markdownLine } from './markdown-text.ts'

/** The whys as a nested list. */
export function markdownWhys({ whys }: ReportCauses): string {
  return whys.map((why) => whyItem(why, 0)).join('\n')
}

/** The factors under a heading for each sort. */
export function markdownFactors({ factors }: ReportCauses): readonly string[] {
  return factors.map(({ title, factors: those }) => `### ${title}\n\n${those.map(factorItem).join('\n')}`)
}

/** Each chain as a nested list, from what is done down to what was seen. */
export function markdownEvidence(chains: readonly ReportEvidence[]): string {
  return chains.map((chain) => chainItem(chain, 0)).join('\n')
}

/** Deeper lists are read as code by some. */
const deepest = 10

function indent(depth: number): string {
  return '  '.repeat(Math.min(depth, deepest))
}

function whyItem(why: ReportWhy, depth: number): string {
  const below = why.because.map((each) => whyItem(each, depth + 1))
  const sort = why.category === null ? '' : ` (${categoryTitle(why.category).toLowerCase()})`
  return [`${indent(depth)}- ${markdownLine(why.text)}${sort}${shows(why)}`, ...below].join('\n')
}

function factorItem(factor: ReportFactor): string {
  const { text, how, weight } = factor
  const heavy = weight === null ? '' : ` (weight ${weight})`
  const by = how.trim() === '' ? '' : `: ${markdownLine(how)}`
  return `- **${markdownLine(text)}**${heavy}${by}${shows(factor)}`
}

/** What shows that it is so, and what it is linked to. */
function shows(cause: ReportWhy | ReportFactor): string {
  const told = [
    cause.evidence.trim() === '' ? '' : `Evidence: ${markdownLine(cause.evidence)}`,
    markdownLinkedTo(cause),
  ]
  return told.map((each) => (each === '' ? '' : ` *${each}*`)).join('')
}

function chainItem({ label, words, restsOn }: ReportEvidence, depth: number): string {
  const below = restsOn.map((each) => chainItem(each, depth + 1))
  return [`${indent(depth)}- **${label}:** ${markdownLine(words)}`, ...below].join('\n')
}
