import { useId } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import { priorityTitles } from '../../../shared/report/plan.ts'
import { impactTitles, proposedPriority, recurrenceTitles } from '../../../shared/review/action.ts'
import type { Level } from '../../../shared/review/entries.ts'
import { useSession } from '../../session/context.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'

const impacts = ['high', 'medium', 'low'] as const
const recurrences = ['low', 'medium', 'high'] as const

/** What each priority looks like: the more pressing, the darker. */
const looks: Readonly<Record<Level, string>> = { high: 'bg-ink/16', medium: 'bg-ink/8', low: 'bg-ink/3' }

interface PriorityGridProps {
  readonly action: Pick<Entry<'actions'>, 'id' | 'impact' | 'recurrence'>
  readonly mayEdit: boolean
}

/** How hard it would hit again, against how likely: each field tells the priority that the two propose. [ACTIONUI7] */
export function PriorityGrid({ action: { id, impact, recurrence }, mayEdit }: PriorityGridProps) {
  const { verbs } = useSession()
  const name = useId()
  const isWeighed = impact != null || recurrence != null
  return (
    <fieldset disabled={!mayEdit} className="min-w-0">
      <legend className="mb-1 font-medium">Priority by impact and recurrence</legend>
      <table className="w-full max-w-104 table-fixed border-separate border-spacing-1 text-center">
        <thead>
          <tr>
            <td className="w-28" />
            {recurrences.map((level) => (
              <th
                key={level}
                scope="col"
                className={classes('font-normal', level === recurrence ? 'text-ink' : 'text-ink-soft')}
              >
                {recurrenceTitles[level]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {impacts.map((row) => (
            <tr key={row}>
              <th
                scope="row"
                className={classes('pr-1 text-left font-normal', row === impact ? 'text-ink' : 'text-ink-soft')}
              >
                {impactTitles[row]}
              </th>
              {recurrences.map((column) => {
                const proposed = proposedPriority({ impact: row, recurrence: column }) ?? 'low'
                return (
                  <td key={column} className="p-0">
                    <label
                      className={classes(
                        'relative block rounded-md border border-transparent py-1 pointer-coarse:py-3',
                        'hover:border-line-strong has-checked:border-ink has-checked:font-semibold',
                        'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus',
                        'has-disabled:hover:border-transparent',
                        looks[proposed],
                      )}
                    >
                      <input
                        type="radio"
                        name={name}
                        className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-default"
                        aria-label={`${impactTitles[row]}, ${recurrenceTitles[column].toLowerCase()}: ${proposed} priority`}
                        checked={impact === row && recurrence === column}
                        onChange={() => verbs.setAction(id, { impact: row, recurrence: column })}
                      />
                      {priorityTitles[proposed]}
                    </label>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {mayEdit && isWeighed && (
        <Button size="sm" variant="ghost" onClick={() => verbs.setAction(id, { impact: null, recurrence: null })}>
          Clear
        </Button>
      )}
    </fieldset>
  )
}
