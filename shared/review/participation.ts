import type { Person } from './people.ts'

/**
 * Whether a person's drafts, ballots and readiness are counted.
 *
 * @remarks
 * Observers, facilitators who only facilitate, and people who were removed are not waited for and do not vote.
 */
export function takesPart(person: Pick<Person, 'role' | 'counts' | 'left'>): boolean {
  return person.role !== 'observer' && person.counts && person.left === undefined
}
