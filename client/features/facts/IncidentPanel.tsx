import { usePhase } from '../../session/hooks.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { Causes } from './Causes.tsx'
import { Fold } from './Fold.tsx'
import { IncidentBar } from './IncidentBar.tsx'
import { Record } from './Record.tsx'
import { Timeline } from './Timeline.tsx'

/** The facts beside the board, in any phase. */
export function IncidentPanel() {
  return (
    <Tabs
      label="Parts of the incident"
      tabs={[
        {
          id: 'record',
          label: 'Record',
          panel: (
            <div className="space-y-6">
              <IncidentBar />
              <Record />
            </div>
          ),
        },
        { id: 'timeline', label: 'Timeline', panel: <Timeline /> },
        { id: 'causes', label: 'Causes', panel: <CausesOnceDiscussed /> },
      ]}
    />
  )
}

function CausesOnceDiscussed() {
  const { kind } = usePhase()
  const isEarly = kind === 'welcome' || kind === 'facts' || kind === 'reflect'
  if (!isEarly) return <Causes />
  return (
    <Fold title="Causes" hint="Folded away until the discussion, so that they anchor nobody." isOpen={false}>
      <Causes />
    </Fold>
  )
}
