import { Suspense } from 'react'
import { usePanels } from '../session/panels.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { lazily } from '../ui/lazily.ts'
import { Spinner } from '../ui/Spinner.tsx'

const IncidentPanel = lazily(async () => (await import('./IncidentPanel.tsx')).IncidentPanel)
const ActionsPanel = lazily(async () => (await import('../features/actions/ActionsPanel.tsx')).ActionsPanel)

/** The facts and the actions, beside the board in any phase. */
export function BoardDrawers() {
  const { shown, close } = usePanels()
  if (shown === null) return null
  return (
    <Drawer key={shown} open title={shown === 'incident' ? 'Incident' : 'Actions'} onClose={close}>
      <Suspense fallback={<Spinner label="Opening" />}>
        {shown === 'incident' ? <IncidentPanel /> : <ActionsPanel />}
      </Suspense>
    </Drawer>
  )
}
