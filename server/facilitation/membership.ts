import type { Role } from '../../shared/review/people.ts'
import { allow, refuse } from '../../shared/review/result.ts'
import type { Member } from '../store/port.ts'
import { recordRole } from './leading.ts'
import type { Answer, Order } from './order.ts'

export function setRole(order: Order, person: string, role: Role): Answer {
  const member = order.live.members.get(person)
  if (member === undefined || member.left !== undefined) return refuse('no-such-person')
  if (role !== 'facilitator' && isLastFacilitator(order, member)) return refuse('last-facilitator')
  order.writer.setMember({ ...member, role })
  recordRole(order, person, member.role, role)
  return allow(true)
}

/** Marks a person as gone. Their entry stays, since notes and actions point at it. */
export function removePerson(order: Order, person: string): Answer {
  const member = order.live.members.get(person)
  if (member === undefined) return refuse('no-such-person')
  if (member.left !== undefined) return allow(true)
  if (isLastFacilitator(order, member)) return refuse('last-facilitator')
  order.writer.setMember({ ...member, left: order.deps.now() })
  order.writer.dismiss(person)
  return allow(true)
}

/** A new secret for a role: links with the old one lead nowhere from now on. */
export function rotateInvite({ writer, deps }: Order, role: Role): Answer {
  writer.setInvite({ role, secret: deps.newSecret(), since: deps.now() })
  return allow(true)
}

function isLastFacilitator({ live }: Order, member: Member): boolean {
  const facilitators = [...live.members.values()].filter(
    (each) => each.role === 'facilitator' && each.left === undefined,
  )
  return facilitators.length === 1 && facilitators[0]?.id === member.id
}
