import { markingOf } from '../../../shared/incident/marks.ts'
import { milestones } from '../../../shared/incident/timeline.ts'
import { useEntry } from '../../session/hooks.ts'
import { myZone } from '../../session/my-zone.ts'
import { momentText } from '../../session/time/times-text.ts'
import { EventMark } from './EventMark.tsx'

/** The event that is pointed at in the drawing, in one line. */
export function PointedAt({ id }: { readonly id: string | null }) {
  const event = useEntry('timeline', id ?? '')
  if (event === undefined)
    return <p className="truncate text-sm text-ink-soft">Point at a line, or walk along with the arrow keys.</p>
  return (
    <p className="flex min-w-0 items-baseline gap-2 text-sm">
      <span className="tabular shrink-0 text-ink-soft">{momentText(event.at, myZone())}</span>
      <EventMark event={event} />
      <span className="truncate">{event.event}</span>
    </p>
  )
}

/** The same for a screen reader. */
export function useEventWords(id: string): string {
  const event = useEntry('timeline', id)
  if (event === undefined) return ''
  const marking = markingOf(event)
  const label = milestones.find((each) => each.id === marking)?.label
  return [momentText(event.at, myZone()), label, event.actor, event.event].filter((part) => part).join(', ')
}
