import type { Entry } from '../../../shared/document/schema.ts'
import { wallTimeOf } from '../../../shared/incident/local-time.ts'
import { instantOf, momentOf } from '../../../shared/incident/moment.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { sameJson } from '../../session/equal.ts'
import { useClockNow, useEntries, useFlat } from '../../session/hooks.ts'

export interface Days {
  /** Of which day a line is that says none: the newest event's, else the incident's, else today. */
  readonly likely: string
  /** The day of the start, else of the first event; undefined while neither is known. */
  readonly incidentDate: string | undefined
}

/** Days that lines are read from, YYYY-MM-DD in a zone. */
export function useDays(zone: string): Days {
  const { first, newest } = useEntries('timeline', ends, sameJson)
  const start = useFlat('incident', (incident) => momentOf(incident.startedAt))
  const now = useClockNow(3_600_000)
  const dayOf = (ms: number | null) => (ms === null ? undefined : wallTimeOf(instantOf(ms), zone)?.date)
  return {
    likely: dayOf(newest) ?? dayOf(start) ?? dayOf(now) ?? instantOf(now).slice(0, 10),
    incidentDate: dayOf(start) ?? dayOf(first),
  }
}

function ends(all: ReadonlyMap<string, Entry<'timeline'>>) {
  const moments = [...all.values()].filter(isLive).flatMap(({ at }) => momentOf(at) ?? [])
  const isEmpty = moments.length === 0
  return { first: isEmpty ? null : Math.min(...moments), newest: isEmpty ? null : Math.max(...moments) }
}
