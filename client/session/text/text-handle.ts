import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { localEdit } from '../../../shared/document/write.ts'
import type { Unsubscribe } from '../watched.ts'

/** One replacement in a text: `remove` characters at `index` become `insert`. */
export interface TextEdit {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/** A collaborative text, for an editor to bind to; what it is made of stays in here. */
export interface TextHandle {
  /** What is edited, as presence names it: a target, `<root>:<id>`, or `field:<name>`. */
  readonly place: string
  /** Characters that may be typed. */
  readonly limit: number
  read(): string
  edit(edit: TextEdit): void
  /** Hears each change, whoever made it, as replacements to be made one after the other. */
  subscribe(listener: (edits: readonly TextEdit[]) => void): Unsubscribe
  /** A place in the text that stays behind the letter in front of it, as presence tells it. */
  anchor(index: number): string
  /** Where such a place is now; null: it is no place in this text, or what it stands behind has not come yet. */
  indexOf(anchor: string): number | null
}

export function handleOf(text: Y.Text, place: string, limit: number): TextHandle {
  return {
    place,
    limit,
    read: () => text.toString(),
    edit: ({ index, remove, insert }) => {
      const change = () => {
        if (remove > 0) text.delete(index, remove)
        if (insert !== '') text.insert(index, insert)
      }
      if (text.doc) text.doc.transact(change, localEdit)
      else change()
    },
    subscribe: (listener) => {
      const heard = (event: Y.YTextEvent) => listener(editsOf(event.delta))
      text.observe(heard)
      return () => text.unobserve(heard)
    },
    anchor: (index) => toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, -1))),
    indexOf: (anchor) => (text.doc === null ? null : indexIn(text, text.doc, anchor)),
  }
}

function indexIn(text: Y.Text, doc: Y.Doc, anchor: string): number | null {
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(anchor)), doc)
    return found?.type === text ? found.index : null
  } catch {
    return null // somebody else said it, and it is no position
  }
}

function editsOf(delta: Y.YTextEvent['delta']): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let index = 0
  for (const part of delta) {
    if (part.retain !== undefined) index += part.retain
    if (part.delete !== undefined) edits.push({ index, remove: part.delete, insert: '' })
    if (typeof part.insert === 'string') {
      edits.push({ index, remove: 0, insert: part.insert })
      index += part.insert.length
    }
  }
  return edits
}

/** Where a place in a text is after others' edits. What is typed exactly there goes behind it. */
export function moved(index: number, edits: readonly TextEdit[]): number {
  let at = index
  for (const edit of edits) {
    if (edit.index >= at) continue
    at = Math.max(edit.index, at - edit.remove) + edit.insert.length
  }
  return at
}
