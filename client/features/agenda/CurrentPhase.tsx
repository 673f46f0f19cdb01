import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { indexOfPhase, plannedMinutes } from '../../../shared/review/agenda.ts'
import { type EndsBy, endsBy } from '../../../shared/review/agenda-clock.ts'
import { useMe, usePhase, useSessionFacts } from '../../session/hooks.ts'
import { myZone } from '../../session/my-zone.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Popover } from '../../ui/Popover.tsx'
import { PhaseUntil } from './PhaseUntil.tsx'
import { phaseIcons } from './phase-icons.tsx'
import { dayAndTimes } from './phase-message.ts'

const endWords: Readonly<Record<EndsBy, string>> = {
  facilitator: 'A facilitator moves on.',
  clock: 'The review moves on by itself when time is up.',
  'all-done': 'The review moves on by itself once all are done.',
}

/** The step that runs, with its timer; opens the whole agenda. */
export function CurrentPhase({
  timer,
  sound,
  onChangeAgenda,
}: {
  readonly timer: ReactNode
  readonly sound: ReactNode
  readonly onChangeAgenda: () => void
}) {
  const { item } = usePhase()
  const { agenda, phase } = useSessionFacts(({ agenda, phase }) => ({ agenda, phase }))
  const isFacilitator = useMe().role === 'facilitator'
  const Shape = phaseIcons[item.kind]
  const at = indexOfPhase(agenda, phase)

  return (
    <Popover
      align="center"
      title={`Agenda, ${plannedMinutes(agenda)} minutes`}
      trigger={
        <button
          type="button"
          className="tap flex h-9 max-w-full items-center gap-2 rounded-full border border-line bg-surface pr-2 pl-3 transition-colors hover:border-line-strong"
        >
          <Shape aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
          <span className="truncate font-medium">{item.title}</span>
          {timer}
          <PhaseUntil item={item} />
          <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
        </button>
      }
    >
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
              <span className="tabular text-sm text-ink-soft">
                {each.minutes === null ? '' : `${each.minutes} min`}
              </span>
            </li>
          )
        })}
      </ol>
      {sound}
      {isFacilitator && (
        <Button size="sm" className="mt-3 w-full" onClick={onChangeAgenda}>
          Change the agenda
        </Button>
      )}
    </Popover>
  )
}
