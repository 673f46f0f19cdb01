import { Suspense, useEffect, useState } from 'react'
import type { ReactionCounts } from '../../../shared/protocol/reactions.ts'
import { usePresence } from '../../session/hooks.ts'
import { lazily } from '../../ui/lazily.ts'

const Reactions = lazily(async () => (await import('./Reactions.tsx')).Reactions)

/** What people react with from now on; how that is shown is fetched with the first of it. */
export function NewReactions() {
  const counts = usePresence((_, server) => (server === undefined ? null : (server.reactions ?? none)))
  const [before, setBefore] = useState<ReactionCounts | null>(null)
  useEffect(() => {
    if (counts !== null) setBefore((known) => known ?? counts)
  }, [counts])
  if (counts === null || before === null || counts === before) return null
  return (
    <Suspense>
      <Reactions since={before} counts={counts} />
    </Suspense>
  )
}

const none: ReactionCounts = {}
