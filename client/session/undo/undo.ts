import type * as Y from 'yjs'
import type { Watched } from '../watched.ts'

/** Takes my own changes back, one at a time, as writes that everyone may see and the rules allow. */
export interface Undo extends Watched<UndoState> {
  /** Says whether there was something to undo. */
  undo(): boolean
  redo(): boolean
  /** Makes a text's letters undoable. */
  track(text: Y.Text): void
  close(): void
}

export interface UndoState {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** The next undo is typing in a text. */
  readonly nextIsTyping: boolean
}
