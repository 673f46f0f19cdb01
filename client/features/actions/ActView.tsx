import { Badge } from '../../ui/Badge.tsx'
import { ActionList, useLacking } from './ActionList.tsx'
import { RankedTargets } from './RankedTargets.tsx'

/** Turning what matters most into actions. */
export function ActView() {
  const lacking = useLacking()
  return (
    // Beside an open drawer there is room for one column.
    <div className="@container">
      <div className="mx-auto grid max-w-[100rem] grid-cols-[minmax(0,1fr)] items-start gap-6 px-4 py-5 sm:px-6 @min-[54rem]:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <section aria-labelledby="act-ranking">
          <h2 id="act-ranking" className="text-lg font-semibold">
            What matters most
          </h2>
          <RankedTargets />
        </section>
        <section aria-labelledby="act-actions">
          <div className="mb-3 flex min-h-6.5 flex-wrap items-center gap-2">
            <h2 id="act-actions" className="text-lg font-semibold">
              Actions
            </h2>
            {lacking !== null && <Badge tone="amber">{lacking}</Badge>}
          </div>
          <ActionList />
        </section>
      </div>
    </div>
  )
}
