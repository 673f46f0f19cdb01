import { useDeferredValue, useMemo, useState } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import type { Marking } from '../../../shared/incident/marks.ts'
import type { ReadEvent } from '../../../shared/incident/read-event.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { type ImportedTimeline, readTimeline } from '../../../shared/timeline-import/read-timeline.ts'
import { sameJson } from '../../session/equal.ts'
import { useEntries } from '../../session/hooks.ts'
import { type ImportRow, importRows, lineKey, noDecisions } from './import-rows.ts'
import { useActorNames } from './use-known-names.ts'
import { useDays } from './use-likely-date.ts'

/** How a text is to be read, as far as it does not say itself. */
export interface ImportHabits {
  /** An IANA zone. */
  readonly zone: string
  /** YYYY-MM-DD; null: the most likely. */
  readonly date: string | null
  /** Undefined: as the text looks. */
  readonly joins: boolean | undefined
  readonly dayFirst: boolean | undefined
}

export interface Import {
  readonly read: ImportedTimeline
  readonly rows: readonly ImportRow[]
  readonly date: string
  readonly shiftMs: number
  shift(ms: number): void
  tick(events: readonly ReadEvent[], isTicked: boolean): void
  mark(event: ReadEvent, marking: Marking): void
}

/** A text on its way to the timeline: how it is read, and what was decided about each line. */
export function useImport(text: string, habits: ImportHabits): Import {
  const later = useDeferredValue(text)
  const known = useActorNames()
  const there = useEntries('timeline', toldEvents, sameJson)
  const [decisions, decide] = useState(noDecisions)
  const { likely, incidentDate } = useDays(habits.zone)
  const date = habits.date ?? likely
  const { zone, joins, dayFirst } = habits
  const read = useMemo(
    () => readTimeline(later, { date, incidentDate, zone, joins, dayFirst, known }),
    [later, date, incidentDate, zone, joins, dayFirst, known],
  )
  const rows = useMemo(() => importRows(read.events, there, decisions), [read, there, decisions])
  return {
    read,
    rows,
    date,
    shiftMs: decisions.shiftMs,
    shift: (shiftMs) => decide((before) => ({ ...before, shiftMs })),
    tick: (events, isTicked) =>
      decide((before) => ({
        ...before,
        ticks: new Map([...before.ticks, ...events.map((event) => [lineKey(event), isTicked] as const)]),
      })),
    mark: (event, marking) =>
      decide((before) => ({ ...before, markings: new Map([...before.markings, [lineKey(event), marking]]) })),
  }
}

function toldEvents(all: ReadonlyMap<string, Entry<'timeline'>>) {
  return [...all.values()].filter(isLive).map(({ at, event }) => ({ at, event }))
}
