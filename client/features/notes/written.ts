import type { Progress } from '../../../shared/review/progress.ts'

/** How many drafts wait, and of how many people: all that is told of them. */
export interface Written {
  readonly notes: number
  readonly people: number
  readonly ready: number
  readonly takingPart: number
}

export function writtenSoFar(progress: Progress): Written {
  if (progress.attribution === 'anonymous') {
    return { notes: progress.drafts, people: progress.writers, ready: progress.ready, takingPart: progress.people }
  }
  const all = Object.values(progress.people)
  return {
    notes: all.reduce((sum, { drafts }) => sum + drafts, 0),
    people: all.filter(({ drafts }) => drafts > 0).length,
    ready: all.filter(({ ready }) => ready).length,
    takingPart: all.length,
  }
}

/** `12 notes from 5 people`. */
export function writtenText({ notes, people }: Written): string {
  if (notes === 0) return 'No notes yet'
  return `${count(notes, 'note', 'notes')} from ${count(people, 'person', 'people')}`
}

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
