import { useId } from 'react'
import { useSession } from '../../session/context.tsx'
import { useClockNow, useEntry, usePeople, usePerson, usePresence } from '../../session/hooks.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { classes } from '../../ui/classes.ts'
import { listed } from '../../ui/listed.ts'
import { howLongAgo } from '../../ui/times.ts'

interface FieldHeadProps {
  /** Null where the part's own heading says it. */
  readonly title: string | null
  readonly level?: 'part' | 'field'
  /** As presence names the field. */
  readonly place: string
  /** As `shared/incident/edits.ts` names what was changed. */
  readonly part: string
  /** For `aria-describedby` of the field. */
  readonly describedBy: string
  readonly labelFor: string
}

/** What a field is called, who is in it now, and, once one looks for it, who changed it last. */
export function FieldHead({ title, level = 'field', place, part, describedBy, labelFor }: FieldHeadProps) {
  const look = classes('shrink-0', level === 'part' ? 'font-semibold' : 'text-sm font-medium text-ink-soft')
  return (
    <div className={classes('flex items-center gap-2', title === null ? 'empty:hidden' : 'min-h-6')}>
      {title !== null && (
        <label htmlFor={labelFor} className={look}>
          {title}
        </label>
      )}
      <WhoIsIn place={place} />
      <LastChange part={part} id={describedBy} />
    </div>
  )
}

/** The others who are writing here. On an anonymous board nobody is told. */
export function WhoIsIn({ place }: { readonly place: string }) {
  const { me } = useSession()
  const ids = usePresence(
    (byPerson) =>
      [...byPerson.values()].flatMap(({ person, editing }) => (editing === place && person !== me.id ? [person] : [])),
    (a, b) => a.join() === b.join(),
  )
  const people = usePeople().filter(({ id }) => ids.includes(id))
  if (people.length === 0) return null
  return (
    <span className="flex min-w-0 items-center gap-1 text-sm text-ink-soft">
      {people.map(({ id, name, color }) => (
        <Avatar key={id} name={name} color={color} size="sm" />
      ))}
      <span className="truncate">
        {listed(people.map(({ name }) => name))} {people.length === 1 ? 'is' : 'are'} writing
      </span>
    </span>
  )
}

/** Who changed it last, and when: shown while the pointer or the keyboard is on the field. */
export function LastChange({ part, id }: { readonly part: string; readonly id: string }) {
  const edit = useEntry('edits', part)
  const name = usePerson(edit?.by ?? '')?.name
  const now = useClockNow(60_000)
  if (edit === undefined) return null
  const words = `${name === undefined ? 'Changed' : `${name} changed this`} ${howLongAgo(edit.at, now)}`
  return (
    <span
      id={id}
      title={words}
      className="ml-auto min-w-0 shrink-99 truncate text-right text-sm text-ink-soft opacity-0 transition-opacity group-focus-within/field:opacity-100 group-hover/field:opacity-100"
    >
      {words}
    </span>
  )
}

/** What a field needs to be known by: its id, and that of who changed it last. */
export function useFieldIds(): { readonly field: string; readonly change: string } {
  const field = useId()
  return { field, change: `${field}-change` }
}
