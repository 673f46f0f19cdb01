import type { WriteRefusal } from '../../../shared/document/may.ts'
import type { Watched } from '../watched.ts'

/** Why words are not on the board. */
export type UnsavedBecause = WriteRefusal | 'no-such-entry' | 'not-valid' | 'no-such-board' | 'not-accepted'

/** Something written here that is not on the board, kept on this device until its writer lets it go. */
export interface Unsaved {
  readonly key: string
  /** Where it was written, in words for the screen. */
  readonly where: string
  readonly text: string
  readonly because: UnsavedBecause
}

export interface UnsavedWords {
  readonly list: Watched<readonly Unsaved[]>
  /** Tries to put it on the board again: after a closed board was reopened, or a role was raised. */
  tryAgain(): void
  /** The writer has copied it, or does not want it any more. */
  letGo(key: string): void
}
