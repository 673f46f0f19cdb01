import * as Y from 'yjs'
import { readFlat } from '../../../shared/document/read.ts'
import { defaultSections } from '../../../shared/review/sections.ts'
import { noteId, noteText } from '../contestant.ts'
import type { HindsightArena, Review } from '../contestants/hindsight.ts'
import { Line } from '../line.ts'

const themes = 12

/** A review with so many notes in all of its sections, every third of them in a theme; everyone may reword each, and discusses. */
export async function openBigBoard({ openReview }: HindsightArena, people: number, notes: number): Promise<Review> {
  const review = await openReview(people, {
    settings: { editing: 'anyone' },
    themes: Array.from({ length: themes }, (_, nth) => ({ id: `theme-${nth}`, label: `Theme number ${nth}` })),
    notes: Array.from({ length: notes }, (_, nth) => ({
      id: noteId(nth),
      section: defaultSections[nth % defaultSections.length]!.id,
      text: noteText(nth).repeat(1 + (nth % 3)),
      theme: nth % 3 === 0 ? `theme-${nth % themes}` : null,
    })),
  })
  const doc = new Y.Doc()
  const looking = new Line(review.seats[0]!, {}, doc)
  await looking.synced
  await looking.close()
  const item = readFlat(doc, 'session').agenda.find(({ kind }) => kind === 'discuss')
  if (item === undefined) throw new Error('the agenda has no phase to discuss')
  await review.command({ type: 'phase.go', phase: item.id })
  return review
}
