import type { ReportLink } from '../../../shared/report/linked.ts'

/** What something is linked to, in words: it reads on paper as on screen. */
export function LinkedTo({ links }: { readonly links: readonly ReportLink[] }) {
  if (links.length === 0) return null
  return (
    <span className="block text-sm text-ink-soft">
      Linked to: {links.map(({ label, words }) => `${label} “${words}”`).join('; ')}
    </span>
  )
}
