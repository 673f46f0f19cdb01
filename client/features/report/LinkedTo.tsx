import { Fragment } from 'react'
import type { ReportLink } from '../../../shared/report/linked.ts'
import { PlaceLink } from './places.tsx'

/** What something is linked to, each leading there, in words that read on paper too. */
export function LinkedTo({ links }: { readonly links: readonly ReportLink[] }) {
  if (links.length === 0) return null
  return (
    <span className="block text-sm text-ink-soft">
      Linked to:{' '}
      {links.map(({ target, label, words }, index) => (
        <Fragment key={target}>
          {index > 0 && '; '}
          <PlaceLink target={target}>{`${label} “${words}”`}</PlaceLink>
        </Fragment>
      ))}
    </span>
  )
}
