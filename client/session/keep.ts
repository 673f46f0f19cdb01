import { useCallback, useSyncExternalStore } from 'react'
import { useSession } from './context.tsx'
import { keysOf, putInto } from './device/small-texts.ts'
import { listenerSet, type Unsubscribe } from './watched.ts'

/** Small texts of one person on one board that outlive a reload, and are the same in all of their tabs. */
export interface KeptTexts {
  read(place: string): string | null
  /** An empty text is forgotten. */
  write(place: string, text: string): void
  subscribe(listener: () => void): Unsubscribe
  /** Another tab has written: the event of the browser's storage. */
  heard(event: Pick<StorageEvent, 'key' | 'newValue'>): void
  /** Whether every text would be found again after a reload. */
  isKept(): boolean
  forgetAll(): void
}

export interface KeptTextsOptions {
  readonly storage: Storage | null
  readonly boardId: string
  readonly person: string
  /** Who this browser was before: what they left half-typed goes on as this person's. */
  readonly formerly?: readonly string[]
}

/** Texts half-typed in a composer. Where the browser keeps nothing, they live as long as the page. */
export function keepTexts({ storage, boardId, person, formerly = [] }: KeptTextsOptions): KeptTexts {
  const prefix = prefixOf(boardId, person)
  const memory = new Map<string, string>()
  const unkept = new Set<string>()
  const listeners = listenerSet()
  const read = (place: string) => memory.get(place) ?? storage?.getItem(prefix + place) ?? null
  const write = (place: string, text: string) => {
    memory.set(place, text)
    if (putInto(storage, prefix + place, text)) unkept.delete(place)
    else unkept.add(place)
    listeners.notify()
  }

  for (const former of formerly) {
    const theirs = prefixOf(boardId, former)
    for (const key of keysOf(storage, theirs)) {
      const place = key.slice(theirs.length)
      const theirText = storage?.getItem(key) ?? ''
      storage?.removeItem(key)
      write(place, [read(place), theirText].filter(Boolean).join('\n'))
    }
  }

  return {
    read,
    write,
    subscribe: listeners.add,
    heard: ({ key, newValue }) => {
      if (!key?.startsWith(prefix)) return
      memory.set(key.slice(prefix.length), newValue ?? '')
      listeners.notify()
    },
    isKept: () => [...unkept].every((place) => memory.get(place) === ''),
    forgetAll: () => {
      memory.clear()
      for (const key of keysOf(storage, prefix)) storage?.removeItem(key)
      listeners.notify()
    },
  }
}

function prefixOf(boardId: string, person: string): string {
  return `hindsight/${boardId}/${person}/typed/`
}

/**
 * A text half-typed in a composer: it survives a reload, a phase change and an error.
 *
 * `place` names the composer within the board; set to '' once submitted.
 */
export function useKeptText(place: string, initial = ''): readonly [text: string, setText: (text: string) => void] {
  const { kept } = useSession()
  const text = useSyncExternalStore(kept.subscribe, () => kept.read(place)) ?? initial
  const setText = useCallback((next: string) => kept.write(place, next), [kept, place])
  return [text, setText]
}
