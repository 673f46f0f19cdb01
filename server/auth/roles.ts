import type { Role } from '../../shared/review/people.ts'

const strength: Readonly<Record<Role, number>> = { observer: 0, participant: 1, facilitator: 2 }

/** The role that may do more. */
export function strongerRole(a: Role, b: Role): Role {
  return strength[a] >= strength[b] ? a : b
}
