import type { Person } from '../../../shared/review/people.ts'
import { useHighlightedPerson } from '../../session/finding.tsx'
import { useMe, useSessionFacts } from '../../session/hooks.ts'
import { Avatar, type AvatarState } from '../../ui/Avatar.tsx'
import { classes } from '../../ui/classes.ts'
import { MenuTrigger } from '../../ui/Menu.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { whenOpen } from '../../ui/when-open.tsx'
import type { PersonMenuProps } from './PersonMenu.tsx'
import { type Attendance, attendanceText, type Standing } from './standing.ts'

export const PersonMenu = whenOpen<PersonMenuProps>(async () => (await import('./PersonMenu.tsx')).PersonMenu)

const looks: Readonly<Record<Standing, AvatarState>> = {
  hand: 'hand',
  writing: 'writing',
  done: 'done',
  here: 'here',
  away: 'away',
  absent: 'away',
}

/** An avatar: a click highlights the person's notes; for a facilitator it opens what can be done about them. */
export function PersonButton({
  attendance,
  onRemove,
  onRoom,
}: {
  readonly attendance: Attendance
  readonly onRemove: (person: Person) => void
  readonly onRoom: (person: Person) => void
}) {
  const { person, standing } = attendance
  const isFacilitator = useMe().role === 'facilitator'
  const [highlighted, highlight] = useHighlightedPerson()
  const isAnonymous = useSessionFacts((facts) => facts.settings.attribution === 'anonymous')
  const isOn = highlighted === person.id
  const label = `${person.name}, ${attendanceText(attendance)}`
  const look = classes('rounded-full p-0.5', isOn && 'ring-2 ring-ink')
  const face = <Avatar name={person.name} color={person.color} state={looks[standing]} />

  if (isFacilitator)
    return (
      <MenuTrigger
        trigger={
          <button type="button" aria-label={label} title={label} className={look}>
            {face}
          </button>
        }
      >
        {(opened) => <PersonMenu {...opened} attendance={attendance} onRemove={onRemove} onRoom={onRoom} />}
      </MenuTrigger>
    )
  return (
    <Tooltip label={isAnonymous ? label : `${label}. Click to highlight their notes`}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={isOn}
        disabled={isAnonymous}
        onClick={() => highlight(isOn ? null : person.id)}
        className={look}
      >
        {face}
      </button>
    </Tooltip>
  )
}
