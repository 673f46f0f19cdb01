import type * as Y from 'yjs'
import type { Pinboard } from '../review/placement.ts'
import { readEntries, readFlat } from './read.ts'

/** What the rules of placement and voting look at. */
export function pinboardOf(doc: Y.Doc): Pinboard {
  return {
    notes: readEntries(doc, 'notes'),
    themes: readEntries(doc, 'themes'),
    sections: readFlat(doc, 'session').sections ?? [],
  }
}
