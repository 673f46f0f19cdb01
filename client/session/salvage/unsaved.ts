import type { WriteRefusal } from '../../../shared/document/may.ts'
import type { OutOfRoom } from '../../../shared/protocol/close-reasons.ts'
import { putInto } from '../device/small-texts.ts'
import { cell, type Watched } from '../watched.ts'
import type { Difference, Documents } from './differences.ts'
import type { LeftOver } from './reapply.ts'
import { wordsOf } from './wording.ts'

/** Why words are not on the board. */
export type UnsavedBecause =
  | WriteRefusal
  | OutOfRoom
  | 'no-such-entry'
  | 'not-valid'
  | 'no-such-board'
  | 'not-accepted'
  /** It was on the board, by whomever, before the server came back from a backup. */
  | 'not-in-backup'

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
  /** The list would be found again after a reload. */
  readonly isKept: Watched<boolean>
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
  /** The list would be found again after a reload. */
  readonly isKept: Watched<boolean>
  /** Adds what could not be written; what holds no words of a person is let go at once. */
  keep(leftOvers: readonly LeftOver[], documents: Documents): void
  /** Takes out of the list what is wanted, for it to be tried again. */
  take(isWanted: (listed: Kept) => boolean): readonly Difference[]
  letGo(key: string): void
  /** Another tab has written: the event of the browser's storage. */
  heard(event: Pick<StorageEvent, 'key' | 'newValue'>): void
}

/** A difference as its writer reads it; nothing where no words of theirs are in it. */
export function unsavedWords({ difference, because }: LeftOver, documents: Documents): readonly Unsaved[] {
  const words = wordsOf(difference, documents)
  return words === null ? [] : [{ key: `${placeOf(difference)} ${words.text}`, ...words, because }]
}

export interface UnsavedOptions {
  readonly storage: Storage | null
  readonly boardId: string
  readonly person: string
  /** Who this browser was before: what is not on the board of theirs goes on as this person's. */
  readonly formerly?: readonly string[]
}

/** Survives a reload where the browser lets it, and is the same in all tabs of a person. */
export function keepUnsaved({ storage, boardId, person, formerly = [] }: UnsavedOptions): UnsavedKeeper {
  const key = storageKey(boardId, person)
  const kept = cell<readonly Kept[]>(parsed(storage?.getItem(key)))
  const list = cell<readonly Unsaved[]>(shown(kept.get()))
  const isKept = cell(true)
  const take = (next: readonly Kept[]) => {
    kept.set(next)
    list.set(shown(next))
  }
  const set = (next: readonly Kept[]) => {
    take(next)
    isKept.set(putInto(storage, key, next.length === 0 ? '' : JSON.stringify(next)) || next.length === 0)
  }
  const add = (fresh: readonly Kept[]) => {
    const isSaidAgain = (old: Kept) =>
      fresh.some((each) => placeOf(each.difference) === placeOf(old.difference) && each.text.includes(old.text))
    if (fresh.length > 0) set([...kept.get().filter((each) => !isSaidAgain(each)), ...fresh])
  }
  for (const former of formerly) {
    add(parsed(storage?.getItem(storageKey(boardId, former))))
    storage?.removeItem(storageKey(boardId, former))
  }

  return {
    list,
    isKept,
    keep: (leftOvers, documents) =>
      add(
        leftOvers.flatMap((each) =>
          unsavedWords(each, documents).map((words) => ({ ...words, difference: each.difference })),
        ),
      ),
    take: (isWanted) => {
      const all = kept.get()
      const taken = all.filter(isWanted)
      if (taken.length > 0) set(all.filter((each) => !taken.includes(each)))
      return taken.map((each) => each.difference)
    },
    letGo: (gone) => set(kept.get().filter((each) => each.key !== gone)),
    heard: (event) => {
      if (event.key === key) take(parsed(event.newValue))
    },
  }
}

/** What comes by itself is waited for in silence. */
function shown(kept: readonly Kept[]): readonly Kept[] {
  return kept.filter(({ difference }) => difference.comesByMyDraft === undefined)
}

function storageKey(boardId: string, person: string): string {
  return `hindsight/${boardId}/${person}/unsaved`
}

/** Which thing it is of all that can be written. */
export function placeOf(difference: Difference): string {
  const field = difference.what === 'entry' ? '' : difference.field
  return [difference.document, difference.root, difference.id ?? '', field].join('/')
}

/** Written by this module alone. */
function parsed(text: string | null | undefined): readonly Kept[] {
  return text ? JSON.parse(text) : []
}
