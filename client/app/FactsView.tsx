import { Record } from '../features/facts/Record.tsx'
import { IncidentBar } from '../features/timeline/IncidentBar.tsx'
import { Timeline } from '../features/timeline/Timeline.tsx'
import { TimelineChart } from '../features/timeline/TimelineChart.tsx'

/** Reviewing the facts: how long it took, what is on record, and what happened when. */
export function FactsView() {
  return (
    <div className="@container mx-auto max-w-[100rem] space-y-6 px-4 py-5 sm:px-6">
      <div className="rounded-lg border border-line bg-surface px-4 pt-4 pb-3 sm:px-6">
        <IncidentBar />
        <TimelineChart />
      </div>
      <div className="grid items-start gap-6 @min-[54rem]:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <section aria-labelledby="facts-record" className="rounded-lg border border-line bg-surface p-4 sm:p-6">
          <h2 id="facts-record" className="sr-only">
            Record
          </h2>
          <Record />
        </section>
        <section aria-labelledby="facts-timeline" className="rounded-lg border border-line bg-surface p-4 sm:p-6">
          <h2 id="facts-timeline" className="mb-3 text-lg font-semibold">
            Timeline
          </h2>
          <Timeline />
        </section>
      </div>
    </div>
  )
}
