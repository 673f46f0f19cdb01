import { Suspense } from 'react'
import type { Target } from '../../../shared/review/session.ts'
import { useLinkEnds } from '../../session/hooks.ts'
import { lazily } from '../../ui/lazily.ts'

export const LinkEnds = lazily(async () => (await import('./LinkEnds.tsx')).LinkEnds)

/** What a thing is linked to, as things to go to. Nothing where there is nothing. */
export function LinkedTo({ target }: { readonly target: Target }) {
  const ends = useLinkEnds(target)
  if (ends.length === 0) return null
  return (
    <Suspense>
      <LinkEnds ends={ends} />
    </Suspense>
  )
}
