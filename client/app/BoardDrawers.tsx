import { Suspense } from 'react'
import { usePanels } from '../session/panels.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { lazily } from '../ui/lazily.ts'
import { Spinner } from '../ui/Spinner.tsx'

const IncidentPanel = lazily(async () => (await import('./IncidentPanel.tsx')).IncidentPanel)
const ReportPreview = lazily(async () => (await import('../features/report/ReportPreview.tsx')).ReportPreview)
const ActionsPanel = lazily(async () => (await import('../features/actions/ActionsPanel.tsx')).ActionsPanel)

const titles = { incident: 'Incident', actions: 'Actions', report: 'Report' } as const
const parts = { incident: IncidentPanel, actions: ActionsPanel, report: ReportPreview } as const

/** The facts, the actions and the report, beside the board in any phase. */
export function BoardDrawers() {
  const { shown, close } = usePanels()
  if (shown === null) return null
  const Panel = parts[shown]
  return (
    <Drawer key={shown} open title={titles[shown]} onClose={close}>
      <Suspense fallback={<Spinner label="Opening" />}>
        <Panel />
      </Suspense>
    </Drawer>
  )
}
