import type { ReportLink } from './linked.ts'
import { markdownLine } from './markdown-text.ts'

/** The other ends of links on one line; nothing where there is none. */
export function markdownLinkedTo({ linkedTo }: { readonly linkedTo: readonly ReportLink[] }): string {
  const ends = linkedTo.map(({ label, words }) => `${label} “${markdownLine(words)}”`)
  return ends.length === 0 ? '' : `Linked to: ${ends.join('; ')}`
}
