import type { ReportCauses, ReportFactor, ReportWhy } from './causes.ts'
import type { ReportEvidence } from './evidence.ts'
import { markdownLine } from './markdown-text.ts'

/** The whys as a nested list. */
export function markdownWhys({ whys }: ReportCauses): string {
  return whys.map((why) => whyItem(why, 0)).join('\n')
}

/** The factors under a heading for each sort. */
export function markdownFactors({ factors }: ReportCauses): string {
  return factors.map(({ title, factors: those }) => `#### ${title}\n\n${those.map(factorItem).join('\n')}`).join('\n\n')
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

function whyItem({ text, evidence, because }: ReportWhy, depth: number): string {
  const shows = evidence.trim() === '' ? '' : ` *Evidence: ${markdownLine(evidence)}*`
  return [`${indent(depth)}- ${markdownLine(text)}${shows}`, ...because.map((why) => whyItem(why, depth + 1))].join(
    '\n',
  )
}

function factorItem({ text, how, weight, evidence }: ReportFactor): string {
  const heavy = weight === null ? '' : ` (weight ${weight})`
  const by = how.trim() === '' ? '' : `: ${markdownLine(how)}`
  const shows = evidence.trim() === '' ? '' : ` *Evidence: ${markdownLine(evidence)}*`
  return `- **${markdownLine(text)}**${heavy}${by}${shows}`
}

function chainItem({ label, words, restsOn }: ReportEvidence, depth: number): string {
  const below = restsOn.map((each) => chainItem(each, depth + 1))
  return [`${indent(depth)}- **${label}:** ${markdownLine(words)}`, ...below].join('\n')
}
