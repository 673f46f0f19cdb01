import { Ellipsis, Eye } from 'lucide-react'
import type { Person } from '../../../shared/review/people.ts'
import { useMe, useSessionFacts } from '../../session/hooks.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Hands } from './Hands.tsx'
import { type Attendance, attendanceText, type Everybody } from './standing.ts'
import { roleText, useLease } from './use-lease.ts'
import { usePersonMenu } from './use-person-menu.tsx'

/** Everyone by name, with what they are and how they are. */
export function PeopleList({
  everybody,
  onRemove,
  onRoom,
}: {
  readonly everybody: Everybody
  readonly onRemove: (person: Person) => void
  readonly onRoom: (person: Person) => void
}) {
  const isAnonymous = useSessionFacts((facts) => facts.settings.attribution === 'anonymous')
  return (
    <div className="w-72 max-w-full">
      <ul className="-mx-1">
        {everybody.taking.map((each) => (
          <Row key={each.person.id} attendance={each} onRemove={onRemove} onRoom={onRoom} />
        ))}
      </ul>
      {everybody.observing.length > 0 && (
        <>
          <h3 className="mt-3 flex items-center gap-1.5 text-sm text-ink-soft">
            <Eye aria-hidden="true" className="size-3.5" /> Watching
          </h3>
          <ul className="-mx-1 mt-1">
            {everybody.observing.map((each) => (
              <Row key={each.person.id} attendance={each} onRemove={onRemove} onRoom={onRoom} />
            ))}
          </ul>
        </>
      )}
      <Hands />
      {isAnonymous && (
        <p className="mt-3 border-t border-line pt-2 text-sm text-ink-soft">
          Notes on this board are anonymous: they can’t be highlighted by person.
        </p>
      )}
    </div>
  )
}

function Row({
  attendance,
  onRemove,
  onRoom,
}: {
  readonly attendance: Attendance
  readonly onRemove: (person: Person) => void
  readonly onRoom: (person: Person) => void
}) {
  const { person, standing } = attendance
  const items = usePersonMenu(person, onRemove, onRoom)
  const isMe = useMe().id === person.id
  const lease = useLease()
  return (
    <li className="flex items-center gap-2.5 rounded-md px-1 py-1">
      <Avatar name={person.name} color={person.color} state={standing === 'absent' ? 'away' : standing} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          {person.name}
          {isMe && <span className="text-ink-soft"> (you)</span>}
        </span>
        <span className="block text-sm text-ink-soft">
          {roleText(person, lease)} · {attendanceText(attendance)}
        </span>
      </span>
      <Menu items={items} trigger={<IconButton size="sm" label={`More about ${person.name}`} icon={<Ellipsis />} />} />
    </li>
  )
}
