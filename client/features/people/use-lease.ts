import { type Lease, leaseOf } from '../../../shared/review/lease.ts'
import type { Person } from '../../../shared/review/people.ts'
import { usePeople, useSessionFacts } from '../../session/hooks.ts'

/** Who leads, and who takes over when they are gone. */
export function useLease(): Lease | null {
  const people = usePeople()
  return leaseOf(
    useSessionFacts((facts) => facts.lease),
    people,
  )
}

/** What somebody is on the board, in a word or two. */
export function roleText(person: Pick<Person, 'id' | 'role' | 'counts'>, lease: Lease | null): string {
  const words = leadText(person, lease)
  return person.counts || person.role === 'observer' ? words : `${words}, not counted`
}

function leadText({ id, role }: Pick<Person, 'id' | 'role'>, lease: Lease | null): string {
  const isActing = lease?.acting !== undefined
  if (lease?.lead === id && role === 'facilitator') return isActing ? 'the deputy leads meanwhile' : 'leads'
  if (lease?.deputy === id) return isActing ? 'leads as deputy' : `${roleWords[role]}, deputy`
  return roleWords[role]
}

const roleWords: Readonly<Record<Person['role'], string>> = {
  facilitator: 'leads, too',
  participant: 'takes part',
  observer: 'watches',
}
