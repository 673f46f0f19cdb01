import { Suspense, useEffect } from 'react'
import { usePanels } from '../session/panels.tsx'
import { lazily } from '../ui/lazily.ts'
import { loadAhead } from '../ui/load-ahead.ts'

const BoardDrawer = lazily(async () => (await import('./BoardDrawer.tsx')).BoardDrawer)

/** The facts, the actions and the report, beside the board in any phase. */
export function BoardDrawers() {
  const { shown, close } = usePanels()
  useEffect(() => loadAhead(BoardDrawer.preload), [])
  if (shown === null) return null
  return (
    <Suspense>
      <BoardDrawer key={shown} panel={shown} onClose={close} />
    </Suspense>
  )
}
