import { type BoardSnapshot, eachEntriesRoot } from '../../shared/document/snapshot.ts'
import { useSession } from './context.tsx'
import { useWatched } from './use-watched.ts'
import type { BoardView } from './view/board-view.ts'
import type { Watched } from './watched.ts'

/** The whole board as plain data; a new one after any change. For what shows all of it at once. */
export function useSnapshot(): BoardSnapshot {
  return useWatched(snapshotOf(useSession().view), itself, Object.is)
}

const snapshots = new WeakMap<BoardView, Watched<BoardSnapshot>>()

function snapshotOf(view: BoardView): Watched<BoardSnapshot> {
  const known = snapshots.get(view)
  if (known !== undefined) return known
  const fresh = watchWhole(view)
  snapshots.set(view, fresh)
  return fresh
}

function watchWhole({ session, incident, entries }: BoardView): Watched<BoardSnapshot> {
  const lists = Object.values(entries).map(({ all }) => all)
  const parts: readonly Watched<unknown>[] = [session, incident, ...lists]
  let last: { readonly from: readonly unknown[]; readonly snapshot: BoardSnapshot } | undefined
  return {
    get: () => {
      const from = parts.map((part) => part.get())
      if (last?.from.every((each, at) => each === from[at])) return last.snapshot
      const snapshot: BoardSnapshot = {
        ...eachEntriesRoot<BoardSnapshot>((root) => [...entries[root].all.get().values()]),
        session: session.get(),
        incident: incident.get(),
      }
      last = { from, snapshot }
      return snapshot
    },
    subscribe: (listener) => {
      const stops = parts.map((part) => part.subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

function itself<T>(value: T): T {
  return value
}
