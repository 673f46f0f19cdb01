import { timeInBothZones, wallTimeOf } from '../../../shared/incident/local-time.ts'
import type { ReportEvent } from '../../../shared/report/record.ts'
import { target } from '../../../shared/review/target.ts'
import { myZone } from '../../session/my-zone.ts'
import { classes } from '../../ui/classes.ts'
import { linkHost } from '../../ui/link-host.ts'
import { LinkedTo } from './LinkedTo.tsx'
import { usePlace } from './places.tsx'

/** What happened when, day by day, in UTC and in the reader's zone. */
export function ReportTimeline({ timeline }: { readonly timeline: readonly ReportEvent[] }) {
  const days = timeline.map((event) => wallTimeOf(event.at, 'UTC')?.date ?? '')
  return (
    <ol>
      {timeline.map((event, index) => (
        <li key={event.id} className="break-inside-avoid">
          {days[index] !== days[index - 1] && (
            <h4 className="tabular mt-4 mb-1 text-sm font-medium text-ink-soft print:break-after-avoid">
              {days[index]}, UTC
            </h4>
          )}
          <Event event={event} />
        </li>
      ))}
    </ol>
  )
}

function Event({ event }: { readonly event: ReportEvent }) {
  const [utc, mine] = timeInBothZones(event.at, myZone()).split(' · ')
  const { className, ...place } = usePlace(target('event', event.id))
  return (
    <div
      {...place}
      className={classes(
        className,
        'grid grid-cols-[9.5rem_1fr] gap-x-4 rounded-none! border-b border-line py-2 max-sm:grid-cols-1',
      )}
    >
      <div className="tabular leading-tight">
        <span className="font-medium">{utc}</span>
        {mine !== undefined && (
          <span className="block text-sm whitespace-nowrap text-ink-soft max-sm:ml-2 max-sm:inline">{mine}</span>
        )}
      </div>
      <div className="min-w-0 wrap-anywhere">
        {event.mark !== null && <strong className="font-semibold">{event.mark}. </strong>}
        <span className="whitespace-pre-wrap">{event.event}</span>
        {(event.actor !== '' || event.action !== '') && (
          <span className="block text-sm text-ink-soft">
            {[event.actor, event.action].filter((each) => each !== '').join(' → ')}
          </span>
        )}
        {event.link !== null && (
          <a href={event.link} rel="noreferrer" className="text-sm underline underline-offset-2">
            {linkHost(event.link)}
          </a>
        )}
        <LinkedTo links={event.linkedTo} />
      </div>
    </div>
  )
}
