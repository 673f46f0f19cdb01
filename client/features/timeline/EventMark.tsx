import { Flag, Wrench } from 'lucide-react'
import { type Marking, markingOf } from '../../../shared/incident/marks.ts'
import type { TimelineEvent } from '../../../shared/incident/record.ts'
import { milestones } from '../../../shared/incident/timeline.ts'
import { Badge } from '../../ui/Badge.tsx'

export const markings: readonly { readonly value: Marking; readonly label: string }[] = [
  { value: 'observation', label: 'Something seen' },
  { value: 'action', label: 'Something done' },
  ...milestones.map(({ id, label }) => ({ value: id, label: `Milestone: ${label}` })),
]

/** What an event is taken for; what was merely seen has no mark. */
export function EventMark({
  event,
  className,
}: {
  readonly event: Pick<TimelineEvent, 'kind' | 'milestone'>
  readonly className?: string
}) {
  const marking = markingOf(event)
  const label = milestones.find(({ id }) => id === marking)?.label
  if (label !== undefined)
    return (
      <Badge icon={<Flag aria-hidden="true" />} {...(className === undefined ? {} : { className })}>
        {label}
      </Badge>
    )
  if (marking !== 'action') return null
  return (
    <Badge icon={<Wrench aria-hidden="true" />} {...(className === undefined ? {} : { className })}>
      Done
    </Badge>
  )
}
