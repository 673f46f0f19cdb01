import type { BoardFile } from '../../../shared/api/board-file.ts'
import type { ContentRootName } from '../../../shared/document/schema.ts'

const labels: Readonly<Record<ContentRootName, string>> = {
  timeline: 'Events',
  notes: 'Notes',
  themes: 'Themes',
  actions: 'Actions',
  causes: 'Causes',
  services: 'Services',
  responders: 'Responders',
  communications: 'Communications',
  checkIns: 'Check-ins',
  followUps: 'Follow-ups',
  references: 'References',
  links: 'Links',
}

/** How much there is of what, without what there is none of. */
export function contentsOf(file: BoardFile): readonly { readonly label: string; readonly count: number }[] {
  const roots = Object.keys(labels) as ContentRootName[]
  const fields = Object.values(file.incident).filter((value) => value !== null && value !== undefined && value !== '')
  return [
    { label: 'Facts on record', count: fields.length },
    ...roots.map((root) => ({ label: labels[root], count: file[root].length })),
    { label: 'Votes cast', count: file.results.reduce((sum, { cast }) => sum + cast, 0) },
    { label: 'People', count: file.people.length },
  ].filter(({ count }) => count > 0)
}

/** `Ana, Ben and 3 others`. */
export function namesOf({ people }: BoardFile): string {
  const names = people.slice(0, people.length > 6 ? 5 : 6).map(({ name }) => name)
  const more = people.length - names.length
  const last = more > 0 ? `${more} others` : names.pop()
  return names.length === 0 ? `${last}` : `${names.join(', ')} and ${last}`
}
