import { target } from '../../../shared/review/target.ts'
import { useMe, usePerson, usePresence } from '../../session/hooks.ts'
import { Avatar } from '../../ui/Avatar.tsx'

/** Who else is writing in this cause just now. */
export function Company({ id }: { readonly id: string }) {
  const me = useMe().id
  const place = target('cause', id)
  const who = usePresence((byPerson) => {
    const others = [...byPerson.values()].filter(({ person }) => person !== me)
    return others.find(({ editing }) => editing === place || editing?.startsWith(`${place}/`))?.person ?? ''
  })
  const person = usePerson(who)
  if (person === undefined) return null
  return (
    <span title={`${person.name} is writing here`} className="mt-1 inline-flex shrink-0">
      <Avatar size="sm" name={person.name} color={person.color} />
      <span className="sr-only">{person.name} is writing here</span>
    </span>
  )
}
