import { indexOfPhase, minutesInAll, plannedMinutes } from './agenda.ts'
import type { AgendaItem, Session, Visit } from './session.ts'

const minuteMs = 60_000

export interface Forecast {
  /** When the session ends if it keeps to its agenda. Epoch milliseconds. */
  readonly plannedEnd: number
  /** When it ends if the rest takes as long as planned. Epoch milliseconds. */
  readonly expectedEnd: number
  /** Whole minutes; negative when ahead of the agenda. */
  readonly minutesBehind: number
}

/**
 * How a running session keeps to its agenda; null where no lengths are planned, or a phase lasts until a date: minutes
 * tell nothing of days.
 *
 * @remarks
 * The days of preparing before a meeting are the first phase too. So the session is taken to begin when that phase is
 * left, less the time planned for it; until then it is on time by definition. [AGENDA4]
 */
export function forecast(session: Pick<Session, 'agenda' | 'phase' | 'visits'>, now: number): Forecast | null {
  const { agenda, visits } = session
  const current = indexOfPhase(agenda, session.phase)
  if (current < 0 || minutesInAll(agenda) === null) return null

  const spent = timeSpent(visits, now)
  const remainingMs = agenda
    .slice(current)
    .reduce((sum, item) => sum + Math.max(0, (item.minutes ?? 0) * minuteMs - (spent.get(item.id) ?? 0)), 0)

  const plannedEnd = startOf(session, now) + plannedMinutes(agenda) * minuteMs
  const expectedEnd = now + remainingMs
  return { plannedEnd, expectedEnd, minutesBehind: Math.round((expectedEnd - plannedEnd) / minuteMs) }
}

/** Whole minutes of all phases together; planned: null where nothing is, or a phase lasts until a date. [AGENDA5] */
export function sessionTime(
  session: Pick<Session, 'agenda' | 'visits'>,
  now: number,
): Pick<PhaseTime, 'plannedMinutes' | 'spentMinutes'> {
  return {
    plannedMinutes: minutesInAll(session.agenda),
    spentMinutes: phaseTimes(session, now).reduce((sum, { spentMinutes }) => sum + spentMinutes, 0),
  }
}

function lastsUntilDate({ endsAt }: Pick<AgendaItem, 'endsAt'>): boolean {
  return endsAt !== undefined
}

function startOf({ agenda, visits }: Pick<Session, 'agenda' | 'visits'>, now: number): number {
  const first = visits[0]
  if (first === undefined) return now
  const left = visits.find((visit) => visit.phase !== first.phase)?.at ?? now
  const openingMs = (agenda.find((item) => item.id === first.phase)?.minutes ?? 0) * minuteMs
  return left - Math.min(openingMs, Math.max(0, left - first.at))
}

/** Milliseconds spent in each phase so far, all visits together. */
export function timeSpent(visits: readonly Visit[], now: number): ReadonlyMap<string, number> {
  const spent = new Map<string, number>()
  visits.forEach((visit, index) => {
    const until = visits[index + 1]?.at ?? now
    spent.set(visit.phase, (spent.get(visit.phase) ?? 0) + Math.max(0, until - visit.at))
  })
  return spent
}

export interface PhaseTime {
  readonly id: string
  readonly title: string
  /** Null where no length was planned. */
  readonly plannedMinutes: number | null
  /** Whole minutes, all visits together. */
  readonly spentMinutes: number
}

/**
 * Planned and spent time of every phase that was entered, in the order of the agenda. The first phase is also the days
 * of preparing, so it counts as long as it was planned, at most; of one that lasts until a date no minutes are planned.
 * [AGENDA5]
 */
export function phaseTimes({ agenda, visits }: Pick<Session, 'agenda' | 'visits'>, now: number): readonly PhaseTime[] {
  const spent = timeSpent(visits, now)
  return agenda.flatMap((item) => {
    const { id, title } = item
    const minutes = lastsUntilDate(item) ? null : item.minutes
    const ms = spent.get(id)
    if (ms === undefined) return []
    const isFirst = visits[0]?.phase === id
    const counted = isFirst ? Math.min(ms, (item.minutes ?? 0) * minuteMs) : ms
    return [{ id, title, plannedMinutes: minutes, spentMinutes: Math.round(counted / minuteMs) }]
  })
}
