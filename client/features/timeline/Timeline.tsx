import { useState } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import { wallTimeOf } from '../../../shared/incident/local-time.ts'
import { orderedTimeline } from '../../../shared/incident/timeline.ts'
import { sameJson } from '../../session/equal.ts'
import { useEntries } from '../../session/hooks.ts'
import { dayText } from '../../session/time/times-text.ts'
import { useMayEdit } from '../../session/use-may-edit.ts'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EventEditor } from './EventEditor.tsx'
import { NewEvents } from './NewEvents.tsx'
import { TimelineEvent } from './TimelineEvent.tsx'

/** What happened when, in order of time, day by day. */
export function Timeline() {
  const events = useEntries('timeline', placesInTime, sameJson)
  const mayEdit = useMayEdit('timeline')
  const [edited, edit] = useState<string | null>(null)

  return (
    <div className="@container">
      {events.length === 0 && (
        <EmptyState title="Nothing on the timeline yet">
          Write down what could be seen: alerts, messages, deploys, decisions. Start with what led up to it.
        </EmptyState>
      )}
      <ol>
        {events.map(({ id, day }, index) => (
          <li key={id}>
            {day !== events[index - 1]?.day && (
              <h3 className={classes('mb-1 text-sm font-medium text-ink-soft', index > 0 && 'mt-4')}>
                {dayText(day)}, UTC
              </h3>
            )}
            {edited === id ? (
              <EventEditor id={id} onDone={() => edit(null)} />
            ) : (
              <TimelineEvent id={id} isLast={index === events.length - 1} onEdit={mayEdit ? () => edit(id) : null} />
            )}
          </li>
        ))}
      </ol>
      {mayEdit && <NewEvents />}
    </div>
  )
}

/** Order and days only: typing in an event changes nothing here. */
function placesInTime(all: ReadonlyMap<string, Entry<'timeline'>>) {
  return orderedTimeline([...all.values()]).map(({ id, at }) => ({ id, day: wallTimeOf(at, 'UTC')?.date ?? '' }))
}
