import type { Role } from '../../../shared/review/people.ts'

/** What a link makes of whoever follows it. */
export const roleSentences: Readonly<Record<Role, string>> = {
  facilitator: 'You are invited to lead this review together with others.',
  participant: 'You are invited to take part in this review.',
  observer: 'You are invited to watch this review. Observers see what everyone sees, and write nothing.',
}
