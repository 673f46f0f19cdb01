import { Crown, Eye, Highlighter, ShieldCheck, UserCheck, UserMinus, UserRound, UsersRound } from 'lucide-react'
import type { Command } from '../../../shared/api/commands.ts'
import { takesPart } from '../../../shared/review/participation.ts'
import type { Person, Role } from '../../../shared/review/people.ts'
import { useSession } from '../../session/context.tsx'
import { useHighlightedPerson } from '../../session/finding.tsx'
import { useMe, useSessionFacts } from '../../session/hooks.ts'
import type { MenuDivider, MenuItem } from '../../ui/Menu.tsx'
import { toast } from '../../ui/toast.ts'
import { useLease } from './use-lease.ts'

/** What one can do about a person: highlight their notes; for a facilitator also to change what they are here. */
export function usePersonMenu(
  person: Person,
  onRemove: (person: Person) => void,
  onRoom: (person: Person) => void,
): readonly (MenuItem | MenuDivider)[] {
  const session = useSession()
  const me = useMe()
  const isAnonymous = useSessionFacts((facts) => facts.settings.attribution === 'anonymous')
  const [highlighted, highlight] = useHighlightedPerson()
  const isHighlighted = highlighted === person.id
  const lease = useLease()

  const send = async (command: Command, done: string | null) => {
    const answer = await session.command(command)
    if (answer.allowed && done !== null) toast({ id: 'role', title: done })
    if (!answer.allowed) toast({ title: 'Nothing changed', description: answer.reason.detail, tone: 'danger' })
  }
  const become = (role: Role, done: string | null) => send({ type: 'role.set', person: person.id, role }, done)

  const items: (MenuItem | MenuDivider)[] = [
    {
      label: isHighlighted ? 'Stop highlighting' : person.id === me.id ? 'Highlight my notes' : 'Highlight their notes',
      icon: <Highlighter />,
      disabled: isAnonymous,
      ...(isAnonymous && { hint: 'Notes on this board carry no names.' }),
      onSelect: () => highlight(isHighlighted ? null : person.id),
    },
  ]
  if (me.role !== 'facilitator') return items
  items.push({ divider: true })
  if (lease !== null && lease.lead !== person.id)
    items.push({
      label: 'Hand over the lead',
      icon: <Crown />,
      // Both hear of it as of every change of hands.
      onSelect: () => void send({ type: 'lead.set', person: person.id }, null),
    })
  if (lease !== null && lease.lead !== person.id && person.role !== 'observer') {
    const isDeputy = lease.deputy === person.id
    items.push({
      label: isDeputy ? 'No deputy any more' : 'Make deputy',
      hint: isDeputy ? undefined : 'Takes over while the lead is gone',
      icon: <UserCheck />,
      onSelect: () =>
        void send(
          { type: 'deputy.set', person: isDeputy ? null : person.id },
          isDeputy ? 'There is no deputy' : `${person.name} takes over when the lead is gone for a minute`,
        ),
    })
  }
  if (person.role !== 'facilitator')
    items.push({
      label: 'Make co-facilitator',
      icon: <ShieldCheck />,
      // Told as every change of hands is.
      onSelect: () => void become('facilitator', null),
    })
  if (person.role !== 'participant')
    items.push({
      label: person.role === 'observer' ? 'Let take part' : 'Make participant',
      icon: <UserRound />,
      onSelect: () => void become('participant', `${person.name} takes part now`),
    })
  if (takesPart(person))
    items.push({
      label: 'Votes for people in the room…',
      icon: <UsersRound />,
      onSelect: () => onRoom(person),
    })
  if (person.role !== 'observer' && person.id !== me.id)
    items.push({
      label: 'Make observer',
      icon: <Eye />,
      onSelect: () => void become('observer', `${person.name} watches now`),
    })
  if (person.id !== me.id)
    items.push({
      label: 'Remove from the review',
      icon: <UserMinus />,
      danger: true,
      onSelect: () => onRemove(person),
    })
  return items
}
