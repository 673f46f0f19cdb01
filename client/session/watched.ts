export type Unsubscribe = () => void

/** A value that changes, and says so. `get` answers the same object until it changed. */
export interface Watched<T> {
  get(): T
  subscribe(listener: () => void): Unsubscribe
}

/** A watched value that its owner sets. */
export interface Cell<T> extends Watched<T> {
  set(next: T): void
}

export function cell<T>(initial: T, equal: (a: T, b: T) => boolean = Object.is): Cell<T> {
  let value = initial
  const listeners = listenerSet()
  return {
    get: () => value,
    subscribe: listeners.add,
    set: (next) => {
      if (equal(value, next)) return
      value = next
      listeners.notify()
    },
  }
}

export interface ListenerSet {
  readonly add: (listener: () => void) => Unsubscribe
  readonly notify: () => void
}

export function listenerSet(): ListenerSet {
  const listeners = new Set<() => void>()
  return {
    add: (listener) => {
      // A wrapper of its own: the same function may be subscribed twice, and each is taken off alone.
      const own = () => listener()
      listeners.add(own)
      return () => listeners.delete(own)
    },
    notify: () => {
      for (const listener of [...listeners]) listener()
    },
  }
}

/** A part of a watched value; `read` answers the same object for the same value. */
export function derived<S, T>(source: Watched<S>, read: (value: S) => T): Watched<T> {
  return { get: () => read(source.get()), subscribe: source.subscribe }
}

/** Whether all of them hold. */
export function everyOf(all: readonly Watched<boolean>[]): Watched<boolean> {
  return {
    get: () => all.every((each) => each.get()),
    subscribe: (listener) => {
      const stops = all.map((each) => each.subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

/** What the newest value of `source` shows. */
export function following<S, T>(source: Watched<S>, shown: (value: S) => Watched<T>): Watched<T> {
  return {
    get: () => shown(source.get()).get(),
    subscribe: (listener) => {
      let stop = shown(source.get()).subscribe(listener)
      const stopFollowing = source.subscribe(() => {
        stop()
        stop = shown(source.get()).subscribe(listener)
        listener()
      })
      return () => {
        stopFollowing()
        stop()
      }
    },
  }
}
