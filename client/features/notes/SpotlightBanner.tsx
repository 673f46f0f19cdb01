import { Suspense, useEffect } from 'react'
import { parseTarget } from '../../../shared/review/target.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { announce } from '../../ui/announce.ts'
import { Lit } from './later.ts'

/**
 * What the facilitator shows, pinned above everyone's board.
 *
 * It floats over the lower edge and takes no room, so that it moves nobody's caret, scroll, or what they are about to
 * press; whoever needs the place below it folds it.
 */
export function SpotlightBanner() {
  const shown = useSessionFacts((session) => session.spotlight?.target ?? null)
  const { view } = useSession()
  useEffect(() => {
    if (shown === null) return
    const { kind, id } = parseTarget(shown) ?? {}
    const words =
      kind === 'theme'
        ? view.entries.themes.entry(id ?? '').get()?.label
        : kind === 'note' && view.entries.notes.entry(id ?? '').get()?.text
    announce(`In the spotlight: ${words || kind || 'something new'}`)
  }, [shown, view])
  return (
    <div className="relative z-20 order-last h-0 shrink-0">
      <Suspense>{shown !== null && <Lit key={shown} target={shown} />}</Suspense>
    </div>
  )
}
