import type { BoardSnapshot } from '../../shared/document/snapshot.ts'
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
  const { people, results, notes, themes, actions } = entries
  const { services, responders, checkIns, timeline, causes } = entries
  const parts: readonly Watched<unknown>[] = [
    ...[session, incident, people.all, results.all, notes.all, themes.all, actions.all],
    ...[services.all, responders.all, checkIns.all, timeline.all, causes.all],
  ]
  let last: { readonly from: readonly unknown[]; readonly snapshot: BoardSnapshot } | undefined
  return {
    get: () => {
      const from = parts.map((part) => part.get())
      if (last?.from.every((each, at) => each === from[at])) return last.snapshot
      const snapshot = {
        session: session.get(),
        incident: incident.get(),
        people: [...people.all.get().values()],
        results: [...results.all.get().values()],
        notes: [...notes.all.get().values()],
        themes: [...themes.all.get().values()],
        actions: [...actions.all.get().values()],
        services: [...services.all.get().values()],
        responders: [...responders.all.get().values()],
        checkIns: [...checkIns.all.get().values()],
        timeline: [...timeline.all.get().values()],
        causes: [...causes.all.get().values()],
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
