import { cleanName, colorFor } from '../../shared/review/names.ts'
import { allow, type Result, refuse } from '../../shared/review/result.ts'
import type { Invite, Member } from '../store/port.ts'
import { inviteOf } from './invites.ts'
import { strongerRole } from './roles.ts'

export type AdmissionRefusal = 'invite-expired' | 'removed' | 'name-missing' | 'too-many-people'

/** Somebody at the door with an invite. */
export interface Arrival {
  readonly person: string
  readonly secret: string
  readonly name: string | undefined
  /** Epoch milliseconds. */
  readonly at: number
}

/** A board as somebody finds it who comes to it. */
export interface Door {
  readonly members: ReadonlyMap<string, Member>
  readonly invites: Iterable<Invite>
  /** People there may be, those who left included: their names stay on the board. */
  readonly mostPeople: number
}

/** The member an arrival becomes, or stays. Somebody who was removed needs an invite issued after that. */
export function admit(arrival: Arrival, board: Door): Result<Member, AdmissionRefusal> {
  const invite = inviteOf(board.invites, arrival.secret)
  if (invite === undefined) return refuse('invite-expired')
  const known = board.members.get(arrival.person)
  const name = cleanName(arrival.name ?? known?.name ?? '')
  if (name === '') return refuse('name-missing')
  if (known === undefined && board.members.size >= board.mostPeople) return refuse('too-many-people')
  if (known === undefined) return allow(newMember(arrival, name, invite, board.members.size))
  if (known.left === undefined) return allow({ ...known, name, role: strongerRole(known.role, invite.role) })
  if (invite.since <= known.left) return refuse('removed')
  const { left, ...back } = known
  return allow({ ...back, name, role: invite.role })
}

function newMember({ person, at }: Arrival, name: string, { role }: Invite, others: number): Member {
  return { id: person, name, color: colorFor(others), role, joinedAt: at, counts: true }
}
