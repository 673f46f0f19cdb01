import type { Person } from '../../../shared/review/people.ts'
import type { Opened } from '../../ui/Menu.tsx'
import { MenuPopup } from '../../ui/MenuPopup.tsx'
import { type Attendance, attendanceText } from './standing.ts'
import { roleText, useLease } from './use-lease.ts'
import { usePersonMenu } from './use-person-menu.tsx'

export interface PersonMenuProps extends Opened {
  readonly attendance: Attendance
  readonly onRemove: (person: Person) => void
  readonly onRoom: (person: Person) => void
}

/** Who somebody is, and what a facilitator can do about them. */
export function PersonMenu({ attendance, onRemove, onRoom, ...opened }: PersonMenuProps) {
  const items = usePersonMenu(attendance.person, onRemove, onRoom)
  return <MenuPopup {...opened} items={items} header={<PersonHeading attendance={attendance} />} />
}

function PersonHeading({ attendance }: { readonly attendance: Attendance }) {
  const { person } = attendance
  const lease = useLease()
  return (
    <div className="border-b border-line px-2 pt-1.5 pb-2 mb-1">
      <div className="font-medium">{person.name}</div>
      <div className="text-sm text-ink-soft">
        {roleText(person, lease)} · {attendanceText(attendance)}
      </div>
    </div>
  )
}
