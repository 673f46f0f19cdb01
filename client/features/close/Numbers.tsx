import { sessionTime } from '../../../shared/review/forecast.ts'
import { takesPart } from '../../../shared/review/participation.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { lastStanding } from '../../../shared/review/ranking.ts'
import { timeTakenText } from '../../../shared/review/time-taken.ts'
import { useClockNow, useEntries, usePeople, usePlacement, useSessionFacts } from '../../session/hooks.ts'

/** What came together, and how long it took. */
export function Numbers() {
  const placement = usePlacement()
  const people = usePeople().filter(takesPart).length
  const actions = useEntries('actions', (all) => [...all.values()].filter(isLive).length)
  const results = useEntries('results', (all) => [...all.values()])
  const session = useSessionFacts((facts) => facts)
  const now = useClockNow(60_000)
  const round = lastStanding({ results, session })?.round ?? null
  const { plannedMinutes, spentMinutes } = sessionTime(session, now)

  const figures: readonly (readonly [string, string])[] = [
    [people === 1 ? 'person took part' : 'people took part', String(people)],
    counted('note', placement.notes.size),
    counted('theme', placement.themes.length),
    round === null ? ['votes counted', '–'] : [round.cast === 1 ? 'vote counted' : 'votes counted', String(round.cast)],
    counted('action', actions),
    [plannedMinutes === null ? 'in all phases' : `of ${plannedMinutes} min planned`, timeTakenText(spentMinutes)],
  ]
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3">
      {figures.map(([label, value]) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-sm text-ink-soft">{label}</dt>
          <dd className="tabular text-2xl font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function counted(what: string, count: number): readonly [string, string] {
  return [count === 1 ? what : `${what}s`, String(count)]
}
