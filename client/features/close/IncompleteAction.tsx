import { CircleCheck } from 'lucide-react'
import { whatIsMissing } from '../../../shared/review/action.ts'
import { ownerName, ownerNamed } from '../../../shared/review/owner.ts'
import { useSession } from '../../session/context.tsx'
import { useEntry, useMay, usePeople } from '../../session/hooks.ts'
import { classes } from '../../ui/classes.ts'
import { DateInput } from '../../ui/DateInput.tsx'
import { NameInput } from '../../ui/NameInput.tsx'

const lackingLook = 'border-amber! bg-amber-soft! placeholder:text-amber!'

/** One action, with the two things that it needs before anyone can be asked about it. */
export function IncompleteAction({ id }: { readonly id: string }) {
  const { verbs } = useSession()
  const action = useEntry('actions', id)
  const people = usePeople()
  const mayEdit = useMay().change('actions', 'owner').allowed
  if (action === undefined) return null
  const missing = whatIsMissing(action)
  const title = action.title || 'Action without words'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5">
      <span className="flex min-w-56 flex-1 max-sm:basis-full items-start gap-2">
        {missing.length === 0 && <CircleCheck aria-label="Complete:" className="mt-1 size-4 shrink-0 text-good" />}
        <span className="min-w-0 wrap-anywhere">{title}</span>
      </span>
      <NameInput
        label={`Owner of ${title}`}
        placeholder="No owner yet"
        value={ownerName(people, action.owner) ?? ''}
        suggestions={people.filter((person) => person.left === undefined).map((person) => person.name)}
        maxLength={200}
        disabled={!mayEdit}
        onCommit={(typed) => verbs.setAction(id, { owner: ownerNamed(people, typed) })}
        className={classes(
          'w-44! max-sm:w-auto! max-sm:min-w-0 max-sm:flex-1',
          missing.includes('owner') && lackingLook,
        )}
      />
      <DateInput
        label={`Due date of ${title}`}
        value={action.due}
        disabled={!mayEdit}
        onCommit={(due) => verbs.setAction(id, { due })}
        className={classes('w-40! max-sm:w-auto! max-sm:min-w-0 max-sm:flex-1', missing.includes('due') && lackingLook)}
      />
    </li>
  )
}
