import { indexOfPhase } from '../../../shared/review/agenda.ts'
import { type EndsBy, endsBy } from '../../../shared/review/agenda-clock.ts'
import { useSessionFacts } from '../../session/hooks.ts'
import { myZone } from '../../session/my-zone.ts'
import { classes } from '../../ui/classes.ts'
import { phaseIcons } from './phase-icons.tsx'
import { dayAndTimes } from './phase-message.ts'

const endWords: Readonly<Record<EndsBy, string>> = {
  facilitator: 'A facilitator moves on.',
  clock: 'The review moves on by itself when time is up.',
  'all-done': 'The review moves on by itself once all are done.',
}

/** All steps, with the one that runs. */
export function AgendaList() {
  const { agenda, phase } = useSessionFacts(({ agenda, phase }) => ({ agenda, phase }))
  const at = indexOfPhase(agenda, phase)
  return (
    <ol className="min-w-64">
      {agenda.map((each, index) => {
        const EachShape = phaseIcons[each.kind]
        return (
          <li
            key={each.id}
            aria-current={each.id === phase ? 'step' : undefined}
            className={classes(
              'flex items-center gap-3 rounded-md px-2 py-1.5',
              each.id === phase ? 'bg-ink/6 font-medium' : index < at && 'text-ink-soft',
            )}
          >
            <EachShape aria-hidden="true" className="size-4 text-ink-soft" />
            <span className="flex-1">
              {each.title}
              {each.endsAt !== undefined && (
                <span className="tabular block text-sm font-normal text-ink-soft">
                  until {dayAndTimes(each.endsAt, myZone())}
                </span>
              )}
              {each.id === phase && endsBy(each) !== 'facilitator' && (
                <span className="block text-sm font-normal text-ink-soft">{endWords[endsBy(each)]}</span>
              )}
            </span>
            <span className="tabular text-sm text-ink-soft">{each.minutes === null ? '' : `${each.minutes} min`}</span>
          </li>
        )
      })}
    </ol>
  )
}
