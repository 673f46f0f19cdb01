import { Causes } from '../features/facts/Causes.tsx'
import { Fold } from '../features/facts/Fold.tsx'
import { Record } from '../features/facts/Record.tsx'
import { IncidentBar } from '../features/timeline/IncidentBar.tsx'
import { Timeline } from '../features/timeline/Timeline.tsx'
import { TimelineChart } from '../features/timeline/TimelineChart.tsx'
import { usePhase } from '../session/hooks.ts'
import { Tabs } from '../ui/Tabs.tsx'

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
        { id: 'timeline', label: 'Timeline', panel: <TimelineWithChart /> },
        { id: 'causes', label: 'Causes', panel: <CausesOnceDiscussed /> },
      ]}
    />
  )
}

function TimelineWithChart() {
  return (
    <div className="space-y-4">
      <TimelineChart />
      <Timeline />
    </div>
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
