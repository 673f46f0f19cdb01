import type { Entry } from '../../../shared/document/schema.ts'
import { sameJson } from '../equal.ts'
import { useEntries } from '../hooks.ts'

export type MilestoneEvent = Pick<Entry<'timeline'>, 'id' | 'at' | 'milestone' | 'removed'>

/** What durations need of the timeline: typing in an event changes nothing here. */
export function useMilestoneEvents(): readonly MilestoneEvent[] {
  return useEntries('timeline', milestoneEvents, sameJson)
}

function milestoneEvents(all: ReadonlyMap<string, Entry<'timeline'>>): readonly MilestoneEvent[] {
  return [...all.values()].map(({ id, at, milestone, removed }) => ({ id, at, milestone, removed }))
}
