import { useMemo } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import { effectiveTimes } from '../../../shared/incident/durations.ts'
import { type TimeCharts, timeCharts } from '../../../shared/incident/time-chart.ts'
import { sameJson } from '../../session/equal.ts'
import { useEntries, useFlat } from '../../session/hooks.ts'

/** The timeline drawn to scale: typing in an event changes nothing here. */
export function useCharts(): TimeCharts {
  const events = useEntries('timeline', placedEvents, sameJson)
  const record = useFlat('incident', recordTimes, sameJson)
  return useMemo(() => timeCharts(events, effectiveTimes(record, events)), [events, record])
}

type Times = Parameters<typeof effectiveTimes>[0]

export function recordTimes(record: Times): Times {
  const { startedAt, detectedAt, escalatedAt, notifiedAt, mitigationStartedAt, restoredAt, closedAt } = record
  return { startedAt, detectedAt, escalatedAt, notifiedAt, mitigationStartedAt, restoredAt, closedAt }
}

function placedEvents(all: ReadonlyMap<string, Entry<'timeline'>>) {
  return [...all.values()].map(({ id, at, kind, milestone, removed }) => ({ id, at, kind, milestone, removed }))
}
