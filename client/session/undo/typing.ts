import * as Y from 'yjs'
import type { Address } from '../../../shared/document/by-name.ts'
import { localEdit } from '../../../shared/document/write.ts'
import type { DocumentName } from '../salvage/differences.ts'

/** Where a text stands, for the rules of writing. */
export interface TextAddress extends Address {
  readonly document: DocumentName
}

/** My letters in one document, as stretches of typing. */
export interface Typing {
  track(text: Y.Text, address: TextAddress): void
  /** The texts that the newest stretch to undo or redo is in. */
  next(direction: 'undo' | 'redo'): readonly TextAddress[]
  undo(): boolean
  redo(): boolean
  /** Gives up the newest stretch. */
  drop(direction: 'undo' | 'redo'): void
  forgetRedo(): void
  /** What is typed next is a stretch of its own. */
  pause(): void
  close(): void
}

/** `began` hears of each new stretch. */
export function recordTyping(doc: Y.Doc, began: () => void): Typing {
  const manager = new Y.UndoManager([], { doc, trackedOrigins: new Set([localEdit]) })
  const tracked = new Map<Y.Text, TextAddress>()
  const touched = new WeakMap<object, Set<TextAddress>>()
  const heard = ({ stackItem, changedParentTypes }: Heard) => {
    const places = touched.get(stackItem) ?? new Set()
    touched.set(stackItem, places)
    for (const type of changedParentTypes.keys()) {
      const address = type instanceof Y.Text ? tracked.get(type) : undefined
      if (address) places.add(address)
    }
  }
  manager.on('stack-item-added', (added) => {
    heard(added)
    if (!manager.undoing && !manager.redoing) began()
  })
  manager.on('stack-item-updated', heard)
  const stack = (direction: 'undo' | 'redo') => (direction === 'undo' ? manager.undoStack : manager.redoStack)

  return {
    track: (text, address) => {
      if (tracked.has(text)) return
      tracked.set(text, address)
      manager.addToScope(text)
    },
    next: (direction) => {
      const item = stack(direction).at(-1)
      return item ? [...(touched.get(item) ?? [])] : []
    },
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    drop: (direction) => {
      stack(direction).pop()
    },
    forgetRedo: () => manager.clear(false, true),
    pause: () => manager.stopCapturing(),
    close: () => manager.destroy(),
  }
}

interface Heard {
  readonly stackItem: object
  readonly changedParentTypes: ReadonlyMap<unknown, unknown>
}
