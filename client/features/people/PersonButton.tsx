import type { Person } from '../../../shared/review/people.ts'
import { useHighlightedPerson } from '../../session/finding.tsx'
import { useMe, useSessionFacts } from '../../session/hooks.ts'
import { Avatar, type AvatarState } from '../../ui/Avatar.tsx'
import { classes } from '../../ui/classes.ts'
import { Menu } from '../../ui/Menu.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { type Attendance, type Standing, standingWords } from './standing.ts'
import { usePersonMenu } from './use-person-menu.tsx'

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
  attendance: { person, standing },
  onRemove,
}: {
  readonly attendance: Attendance
  readonly onRemove: (person: Person) => void
}) {
  const isFacilitator = useMe().role === 'facilitator'
  const [highlighted, highlight] = useHighlightedPerson()
  const isAnonymous = useSessionFacts((facts) => facts.settings.attribution === 'anonymous')
  const items = usePersonMenu(person, onRemove)
  const isOn = highlighted === person.id
  const label = `${person.name}, ${standingWords[standing]}`
  const look = classes('rounded-full p-0.5', isOn && 'ring-2 ring-ink')
  const face = <Avatar name={person.name} color={person.color} state={looks[standing]} />

  if (isFacilitator)
    return (
      <Menu
        items={items}
        header={<PersonHeading name={person.name} role={person.role} standing={standing} />}
        trigger={
          <button type="button" aria-label={label} title={label} className={look}>
            {face}
          </button>
        }
      />
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

export function PersonHeading({
  name,
  role,
  standing,
}: {
  readonly name: string
  readonly role: Person['role']
  readonly standing: Standing
}) {
  return (
    <div className="border-b border-line px-2 pt-1.5 pb-2 mb-1">
      <div className="font-medium">{name}</div>
      <div className="text-sm text-ink-soft">
        {roleWords[role]} · {standingWords[standing]}
      </div>
    </div>
  )
}

export const roleWords: Readonly<Record<Person['role'], string>> = {
  facilitator: 'leads',
  participant: 'takes part',
  observer: 'watches',
}
