import { Eye } from 'lucide-react'
import type { Role } from '../../../shared/review/people.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { useEntries, usePeople, usePresence } from '../../session/hooks.ts'
import { Avatar } from '../../ui/Avatar.tsx'

const roleWords: Readonly<Record<Role, string>> = {
  facilitator: 'facilitates',
  participant: '',
  observer: 'observes',
}

/** Who is on the board, those who are connected first, and what they did in the incident where they said so. */
export function WhoIsHere() {
  const people = usePeople().filter((person) => person.left === undefined)
  const here = usePresence((byPerson, server) => new Set([...byPerson.keys(), ...(server?.here ?? [])]))
  const did = useEntries(
    'responders',
    (all) => new Map([...all.values()].filter(isLive).map((each) => [each.name, each.role || each.did] as const)),
  )
  const sorted = people.toSorted((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)))

  return (
    <section aria-labelledby="welcome-people">
      <h2 id="welcome-people" className="mb-2 flex items-baseline justify-between gap-3">
        <span className="text-lg font-semibold">Who is here</span>
        <span className="tabular text-ink-soft">
          {people.filter((person) => here.has(person.id)).length} of {people.length}
        </span>
      </h2>
      <ul className="space-y-2">
        {sorted.map((person) => {
          const isHere = here.has(person.id)
          const more = [roleWords[person.role], did.get(person.name) ?? '', isHere ? '' : 'not here yet']
          return (
            <li key={person.id} className="flex items-center gap-3">
              <Avatar name={person.name} color={person.color} />
              <span className="min-w-0 flex-1 truncate">
                {person.name}{' '}
                <span className="text-sm text-ink-soft">{more.filter((each) => each !== '').join(' · ')}</span>
              </span>
              {person.role === 'observer' && <Eye aria-hidden="true" className="size-4 text-ink-soft" />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
