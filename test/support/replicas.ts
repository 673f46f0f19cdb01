import * as fc from 'fast-check'
import * as Y from 'yjs'
import { addEntry, removeEntry, restoreEntry } from '../../shared/document/entry.ts'
import type { Asking } from '../../shared/document/may.ts'
import { groupNotes, moveNote, setNoteTheme } from '../../shared/document/note.ts'
import { readEntries } from '../../shared/document/read.ts'
import { mergeThemes, splitTheme } from '../../shared/document/theme-parts.ts'
import { localEdit, textOf } from '../../shared/document/write.ts'

/** Something that one of three people does to a note; `a` and `b` choose which, and where to. */
export interface Work {
  readonly who: number
  readonly what:
    | 'group'
    | 'ungroup'
    | 'regroup'
    | 'move'
    | 'type'
    | 'theme'
    | 'remove'
    | 'restore'
    | 'drop-theme'
    | 'merge'
    | 'split'
    | 'restore-theme'
  readonly a: number
  readonly b: number
}

export const someWork: fc.Arbitrary<Work> = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(
    'group',
    'ungroup',
    'regroup',
    'move',
    'type',
    'theme',
    'remove',
    'restore',
    'drop-theme',
    'merge',
    'split',
    'restore-theme',
  ),
  a: fc.nat(999),
  b: fc.nat(999),
})

/** People who work on copies of one board, apart: nothing reaches anyone before it is delivered. */
export class Apart {
  readonly copies: readonly Y.Doc[]
  /** Letters that were typed, in no order. */
  readonly typed: string[] = []
  readonly #updates: Uint8Array[] = []

  constructor(board: Y.Doc, people: number) {
    const state = Y.encodeStateAsUpdate(board)
    this.copies = Array.from({ length: people }, (_, index) => {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, state)
      copy.clientID = 10 + ((index * 7919) % 100)
      copy.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
        if (local) this.#updates.push(update)
      })
      return copy
    })
  }

  /** All of them facilitate, so that everyone may do everything. */
  do({ who, what, a, b }: Work): void {
    const doc = this.copies[who]
    if (doc === undefined) return
    const asking: Asking = { person: { id: `person-${who}`, role: 'facilitator' }, status: 'open', editing: 'anyone' }
    const note = pick(readEntries(doc, 'notes'), a)
    const other = pick(readEntries(doc, 'notes'), b)
    const theme = pick(readEntries(doc, 'themes'), b)
    const id = `theme-${who}-${this.#updates.length}`
    const works: Readonly<Record<Work['what'], () => unknown>> = {
      group: () => groupNotes(doc, asking, note, other, id),
      ungroup: () => setNoteTheme(doc, asking, note, null),
      regroup: () => setNoteTheme(doc, asking, note, theme),
      move: () => moveNote(doc, asking, note, { section: b % 2 ? 'lessons' : 'gone', index: b % 5 }),
      type: () => this.#type(doc, note, b),
      theme: () => addEntry(doc, asking, 'themes', id, { label: 'Theme', rank: 'a0' }),
      remove: () => removeEntry(doc, asking, 'notes', note, a),
      restore: () => restoreEntry(doc, asking, 'notes', note),
      merge: () => mergeThemes(doc, asking, pick(readEntries(doc, 'themes'), a), theme, b),
      split: () => splitTheme(doc, asking, theme, [note], id),
      'restore-theme': () => restoreEntry(doc, asking, 'themes', theme),
      'drop-theme': () => removeEntry(doc, asking, 'themes', theme, b),
    }
    works[what]()
  }

  /** Everything reaches everyone, to each in an order of their own; some of it twice. */
  deliver(orders: readonly number[]): void {
    this.copies.forEach((copy, index) => {
      const shuffled = this.#updates
        .map((update, n) => ({ update, at: orders[(n * 7 + index * 13) % orders.length] ?? 0, n }))
        .sort((x, y) => x.at - y.at || x.n - y.n)
      for (const { update } of [...shuffled, ...shuffled.slice(0, 3)]) Y.applyUpdate(copy, update)
    })
    for (const copy of this.copies) {
      for (const other of this.copies) {
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(other, Y.encodeStateVector(copy)))
      }
    }
  }

  #type(doc: Y.Doc, note: string, at: number): void {
    const text = textOf(doc, 'notes', note, 'text')
    const word = `w${at}`
    doc.transact(() => text?.insert(at % (text.length + 1), word), localEdit)
    this.typed.push(...word)
  }
}

function pick(list: readonly { readonly id: string }[], index: number): string {
  return list[index % Math.max(1, list.length)]?.id ?? ''
}
