import { openCopyBook } from './copy-book.ts'

/** The epoch of the copy that a person has on this device; null where there is none. */
export function keptEpoch(boardId: string, person: string): string | null {
  const newest = openCopyBook(window.localStorage, boardId, Date.now).held().at(-1)
  return newest?.person === person ? newest.epoch : null
}
