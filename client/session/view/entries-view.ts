import * as Y from 'yjs'
import { type ListenerSet, listenerSet, type Unsubscribe, type Watched } from '../watched.ts'

/** The entries of one root as plain data, each read once and read again only after it changed. */
export interface EntriesView<E> {
  readonly all: Watched<ReadonlyMap<string, E>>
  /** One entry: changes of the others are not heard. The same object for the same id. */
  entry(id: string): Watched<E | undefined>
  close(): void
}

type Read<E> = (doc: Y.Doc, id: string) => E | undefined

/** One observer for the root; follows when the document is replaced. */
export function viewEntries<E>(live: Watched<Y.Doc>, root: string, read: Read<E>): EntriesView<E> {
  const cached = new Map<string, E | undefined>()
  const anyone = listenerSet()
  const byEntry = new Map<string, ListenerSet>()
  const watched = new Map<string, Watched<E | undefined>>()
  let all: ReadonlyMap<string, E> | undefined

  const one = (id: string) => {
    if (!cached.has(id)) cached.set(id, read(live.get(), id))
    return cached.get(id)
  }
  const everyone = () => {
    all ??= new Map([...live.get().getMap(root).keys()].flatMap((id) => pair(id, one(id))))
    return all
  }
  const stop = observe(live, root, (ids) => {
    all = undefined
    for (const id of ids ?? [...cached.keys()]) cached.delete(id)
    for (const id of ids ?? [...byEntry.keys()]) byEntry.get(id)?.notify()
    anyone.notify()
  })

  return {
    all: { get: everyone, subscribe: anyone.add },
    entry: (id) => {
      const known = watched.get(id)
      if (known !== undefined) return known
      const listeners = byEntry.get(id) ?? listenerSet()
      byEntry.set(id, listeners)
      const fresh = { get: () => one(id), subscribe: listeners.add }
      watched.set(id, fresh)
      return fresh
    },
    close: stop,
  }
}

/** A whole root as one plain value, read again after any change in it. */
export function viewRoot<T>(
  live: Watched<Y.Doc>,
  root: string,
  read: (doc: Y.Doc) => T,
): Watched<T> & { close(): void } {
  const listeners = listenerSet()
  let value: { readonly read: T } | undefined
  const stop = observe(live, root, () => {
    value = undefined
    listeners.notify()
  })
  return {
    get: () => {
      value ??= { read: read(live.get()) }
      return value.read
    },
    subscribe: listeners.add,
    close: stop,
  }
}

/** Tells which keys of the root changed, at whatever depth; undefined: any may have, the document is another. */
function observe(
  live: Watched<Y.Doc>,
  root: string,
  changed: (ids: ReadonlySet<string> | undefined) => void,
): Unsubscribe {
  let map = live.get().getMap(root)
  const heard = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => changed(touched(events, map))
  const replaced = () => {
    map.unobserveDeep(heard)
    map = live.get().getMap(root)
    map.observeDeep(heard)
    changed(undefined)
  }
  map.observeDeep(heard)
  const stop = live.subscribe(replaced)
  return () => {
    stop()
    map.unobserveDeep(heard)
  }
}

function touched(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], map: Y.Map<unknown>): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const event of events) {
    if (event instanceof Y.YMapEvent && event.target === map) for (const key of event.keysChanged) ids.add(String(key))
    else if (typeof event.path[0] === 'string') ids.add(event.path[0])
  }
  return ids
}

function pair<E>(id: string, entry: E | undefined): readonly (readonly [string, E])[] {
  return entry === undefined ? [] : [[id, entry]]
}
