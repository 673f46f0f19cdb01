import type { Me } from '../../shared/api/boards.ts'
import type { Command } from '../../shared/api/commands.ts'
import type { Asking } from '../../shared/document/may.ts'
import type { Answer } from './api.ts'
import type { Clock } from './clock.ts'
import type { KeptTexts } from './keep.ts'
import type { PresenceSharing } from './presence.ts'
import type { Rivals } from './rivals.ts'
import type { UnsavedWords } from './salvage/unsaved.ts'
import type { SavedState } from './saved-state.ts'
import type { Texts } from './text/texts.ts'
import type { Undo } from './undo/undo.ts'
import type { Verbs, Writing } from './verbs.ts'
import type { BoardView } from './view/board-view.ts'
import type { Cell, Watched } from './watched.ts'

/** This browser's connection to one board. Whoever opened it closes it. */
export interface BoardSession {
  readonly boardId: string
  /** Who I am; the newest name and role stand in `people`. */
  readonly me: Me
  readonly view: BoardView
  readonly texts: Texts
  readonly verbs: Verbs
  /** What further verbs are made of. */
  readonly writing: Writing
  readonly undo: Undo
  readonly presence: PresenceSharing
  /** Tells of notes that somebody else moved at the same moment as I. */
  readonly rivals: Rivals
  readonly saved: Watched<SavedState>
  /** What could not be put on the board, to be copied or kept. */
  readonly unsaved: UnsavedWords
  /** How many things were put back since the server came back from a backup; null: it did not, or it was read. */
  readonly restored: Cell<number | null>
  readonly clock: Clock
  readonly kept: KeptTexts
  asking(): Asking
  /** Resolves once committed; a phase change says from which phase, so that two clicks are one step. */
  command(command: Command): Promise<Answer<void>>
  close(): Promise<void>
}
