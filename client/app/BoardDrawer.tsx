import { Suspense } from 'react'
import type { PanelName } from '../session/panels.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { lazily, useArrival } from '../ui/lazily.ts'
import { Spinner } from '../ui/Spinner.tsx'

const IncidentPanel = lazily(async () => (await import('./IncidentPanel.tsx')).IncidentPanel)
const ReportPreview = lazily(async () => (await import('../features/report/ReportPreview.tsx')).ReportPreview)
const ActionsPanel = lazily(async () => (await import('../features/actions/ActionsPanel.tsx')).ActionsPanel)

const titles = { incident: 'Incident', actions: 'Actions', report: 'Report' } as const
const parts = { incident: IncidentPanel, actions: ActionsPanel, report: ReportPreview } as const

/** The facts, the actions or the report, beside the board. */
export function BoardDrawer({ panel, onClose }: { readonly panel: PanelName; readonly onClose: () => void }) {
  const Panel = parts[panel]
  useArrival(Panel)
  return (
    <Drawer open title={titles[panel]} onClose={onClose}>
      <Suspense fallback={<Spinner label="Opening" />}>
        <Panel />
      </Suspense>
    </Drawer>
  )
}
