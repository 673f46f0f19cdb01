import type { Me } from '../../../shared/api/boards.ts'
import { askingIn } from '../asking.ts'
import type { Copy } from '../device/copy.ts'
import { type Cell, cell } from '../watched.ts'
import { type Difference, type Documents, differences } from './differences.ts'
import { isThere, type LeftOver, reapply } from './reapply.ts'
import { asSeenLast, lostSince, whatBelongsTo } from './restored.ts'
import { placeOf, type UnsavedKeeper } from './unsaved.ts'

/** Puts on the server's copy what it lacks of mine, and lists what can't be put there. */
export interface PutBack {
  /** How many things went back since the server came back from a backup; null: it did not, or that was read. */
  readonly restored: Cell<number | null>
  write(changes: readonly Difference[], onto: Documents): void
  /** What a copy has, unsent or not, and a server that came back from a backup has not. */
  writeAll(copy: Pick<Copy, 'base' | 'documents'>, onto: Documents): void
  /** What was written is on the server. */
  arrived(): void
  /** Lists what is not tried again. */
  list(leftOvers: readonly LeftOver[], documents: Documents): void
  /** A person wants what is listed written again. */
  tryAgain(onto: Documents): void
  /** What was missing is taken off the list once somebody has brought it back. */
  welcomeBack(onto: Documents): void
}

export function openPutBack(me: Me, unsaved: UnsavedKeeper): PutBack {
  const restored = cell<number | null>(null)
  /** What others may have put back before mine arrived: a second try leaves alone what they have made of it since. */
  const onTheWay = new Set<string>()

  /** `known` has the names of those who wrote. */
  function write(given: readonly Difference[], onto: Documents, known = onto): number {
    const changes = given.map((each) => (onTheWay.has(placeOf(each)) ? { ...each, seen: true as const } : each))
    for (const each of changes) if (each.seen && each.what !== 'text') onTheWay.add(placeOf(each))
    const leftOvers = reapply(changes, onto, askingIn(onto.board, me))
    unsaved.keep(leftOvers.flatMap(asSeen), known)
    return changes.length - leftOvers.length
  }

  return {
    restored,
    write,
    writeAll: ({ base, documents }, onto) => {
      const back = write(lostSince(base, documents, onto), onto, documents)
      const unsent = differences(base, documents).map((each) => asSeenLast(each, documents))
      write(unsent, onto)
      restored.set((restored.get() ?? 0) + back)
    },
    arrived: () => onTheWay.clear(),
    list: unsaved.keep,
    tryAgain: (onto) => void write(unsaved.take(() => true).map(asAPersonWants), onto),
    welcomeBack: (onto) => {
      const back = unsaved.take(({ because, difference }) => {
        if (because !== 'not-in-backup' && because !== 'no-such-entry') return false
        const { document, root, id } = difference
        if (difference.what !== 'entry' && difference.seen) return isThere(difference, onto)
        return id !== null && onto[document].getMap(root).has(id)
      })
      write(back.flatMap(whatBelongsTo), onto)
    },
  }
}

/** Why I may not write what others wrote does not matter: whoever may puts it back. Mere values go with their entry. */
function asSeen(leftOver: LeftOver): readonly LeftOver[] {
  const { what, seen } = leftOver.difference
  if (!seen) return [leftOver]
  return what === 'value' ? [] : [{ ...leftOver, because: 'not-in-backup' }]
}

/** Letters that were seen wait for a person to put them back. */
function asAPersonWants({ seen, ...difference }: Difference): Difference {
  return difference.what === 'text' || seen === undefined ? difference : { ...difference, seen }
}
