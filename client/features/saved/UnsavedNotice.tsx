import { Suspense, useEffect } from 'react'
import { useUnsaved } from '../../session/use-saved.ts'
import { lazily } from '../../ui/lazily.ts'
import { loadAhead } from '../../ui/load-ahead.ts'

const UnsavedWords = lazily(async () => (await import('./UnsavedWords.tsx')).UnsavedWords)

/** Words that are not on the board: shown until their writer copied them or let them go. */
export function UnsavedNotice() {
  const isThere = useUnsaved().length > 0
  useEffect(() => loadAhead(UnsavedWords.preload), [])
  return <Suspense>{isThere && <UnsavedWords />}</Suspense>
}
