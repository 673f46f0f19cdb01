import type { Milestone } from '../../../shared/incident/record.ts'
import { milestones } from '../../../shared/incident/timeline.ts'
import type { BoardSession } from '../../session/board-session.ts'

/** What an event is taken for: something seen, something done, or one of the moments of the incident. */
export type Marking = 'observation' | 'action' | Milestone

export const markings: readonly { readonly value: Marking; readonly label: string }[] = [
  { value: 'observation', label: 'Something seen' },
  { value: 'action', label: 'Something done' },
  ...milestones.map(({ id, label }) => ({ value: id, label: `Milestone: ${label}` })),
]

/** A milestone fills its time in the record where that is empty; where it is not, both are shown. [FACTS2] */
export function markEvent({ verbs, view }: Pick<BoardSession, 'verbs' | 'view'>, id: string, marking: Marking): void {
  const milestone = milestones.find((each) => each.id === marking)
  if (milestone === undefined) {
    verbs.setEvent(id, { kind: marking === 'action' ? 'action' : 'observation', milestone: null })
    return
  }
  verbs.setEvent(id, { kind: 'milestone', milestone: milestone.id })
  const at = view.entries.timeline.entry(id).get()?.at
  const isEmpty = (view.incident.get()[milestone.field] ?? null) === null
  if (at !== undefined && isEmpty) verbs.setIncident({ [milestone.field]: at })
}
