import { useEffect, useState } from 'react'
import { keepsCausesFolded } from '../../shared/review/agenda.ts'
import { target } from '../../shared/review/target.ts'
import { Causes } from '../features/causes/Causes.tsx'
import { Fold } from '../features/facts/Fold.tsx'
import { Record } from '../features/facts/Record.tsx'
import { Statement } from '../features/facts/Statement.tsx'
import { IncidentBar } from '../features/timeline/IncidentBar.tsx'
import { Timeline } from '../features/timeline/Timeline.tsx'
import { TimelineChart } from '../features/timeline/TimelineChart.tsx'
import { useSession } from '../session/context.tsx'
import { usePhase } from '../session/hooks.ts'
import { rootCauseFocus, usePanels } from '../session/panels.tsx'
import { revealOnceShown } from '../session/show-target.ts'
import { Tabs } from '../ui/Tabs.tsx'

/** The facts beside the board, in any phase. */
export function IncidentPanel() {
  const [tab, setTab] = useTabOfFocus()
  return (
    <Tabs
      label="Parts of the incident"
      value={tab}
      onChange={setTab}
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

/** The tab that is chosen; that of an event or a cause while somebody is led to it. */
function useTabOfFocus() {
  const panels = usePanels()
  const { view } = useSession()
  const [tab, setTab] = useState('record')
  useEffect(() => {
    const { focus } = panels
    if (focus === null) return
    if (focus === rootCauseFocus) return setTab('causes')
    const kind = view.entries.causes.entry(focus).get() === undefined ? 'event' : 'cause'
    setTab(kind === 'cause' ? 'causes' : 'timeline')
    return revealOnceShown(target(kind, focus))
  }, [panels, view])
  return [tab, setTab] as const
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
  const isAsked = usePanels().focus === rootCauseFocus
  const causes = <Causes statement={<Statement isAsked={isAsked} />} />
  if (!keepsCausesFolded(kind)) return causes
  return (
    <Fold title="Causes" hint="Folded away until the discussion, so that they anchor nobody." isOpen={isAsked}>
      {causes}
    </Fold>
  )
}
