import type { WriteRefusal } from '../../../shared/document/may.ts'
import { cell, type Watched } from '../watched.ts'
import type { Difference, Documents } from './differences.ts'
import type { LeftOver } from './reapply.ts'
import { wordsOf } from './wording.ts'

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

interface Kept extends Unsaved {
  readonly difference: Difference
}

export interface UnsavedKeeper {
  readonly list: Watched<readonly Unsaved[]>
  /** Adds what could not be written; what holds no words of a person is let go at once. */
  keep(leftOvers: readonly LeftOver[], documents: Documents): void
  /** Empties the list, for what is in it to be tried again. */
  takeAll(): readonly Difference[]
  letGo(key: string): void
}

/** A difference as its writer reads it; nothing where no words of theirs are in it. */
export function unsavedWords({ difference, because }: LeftOver, documents: Documents): readonly Unsaved[] {
  const words = wordsOf(difference, documents)
  return words === null ? [] : [{ key: keyOf(difference), ...words, because }]
}

/** Survives a reload where the browser lets it. */
export function keepUnsaved(storage: Storage | null, boardId: string, person: string): UnsavedKeeper {
  const key = storageKey(boardId, person)
  const kept = cell<readonly Kept[]>(read(storage, key))
  const set = (next: readonly Kept[]) => {
    kept.set(next)
    write(storage, key, next)
  }
  return {
    list: kept,
    keep: (leftOvers, documents) => {
      const fresh = leftOvers.flatMap((each) =>
        unsavedWords(each, documents).map((words) => ({ ...words, difference: each.difference })),
      )
      const keys = new Set(fresh.map((each) => each.key))
      if (fresh.length > 0) set([...kept.get().filter((each) => !keys.has(each.key)), ...fresh])
    },
    takeAll: () => {
      const all = kept.get().map((each) => each.difference)
      set([])
      return all
    },
    letGo: (gone) => set(kept.get().filter((each) => each.key !== gone)),
  }
}

function storageKey(boardId: string, person: string): string {
  return `hindsight/${boardId}/${person}/unsaved`
}

function keyOf(difference: Difference): string {
  const field = difference.what === 'entry' ? '' : difference.field
  return [difference.document, difference.root, difference.id ?? '', field].join('/')
}

function read(storage: Storage | null, key: string): readonly Kept[] {
  const text = storage?.getItem(key)
  return text ? JSON.parse(text) : []
}

function write(storage: Storage | null, key: string, kept: readonly Kept[]): void {
  try {
    if (kept.length === 0) storage?.removeItem(key)
    else storage?.setItem(key, JSON.stringify(kept))
  } catch {
    // The browser's storage is full: the list stays on the screen.
  }
}
