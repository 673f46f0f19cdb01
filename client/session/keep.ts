import { useCallback, useState } from 'react'
import { useSession } from './context.tsx'

/** Small texts of one person on one board that outlive a reload. */
export interface KeptTexts {
  read(place: string): string | null
  /** An empty text is forgotten. */
  write(place: string, text: string): void
  forgetAll(): void
}

/** Texts half-typed in a composer. Where the browser keeps nothing, they live as long as the page. */
export function keepTexts(storage: Storage | null, boardId: string, person: string): KeptTexts {
  const prefix = `hindsight/${boardId}/${person}/typed/`
  const memory = new Map<string, string>()
  return {
    read: (place) => memory.get(place) ?? storage?.getItem(prefix + place) ?? null,
    write: (place, text) => {
      memory.set(place, text)
      try {
        if (text === '') storage?.removeItem(prefix + place)
        else storage?.setItem(prefix + place, text)
      } catch {
        // The browser's storage is full: the text is still in memory, and in the composer.
      }
    },
    forgetAll: () => {
      memory.clear()
      if (storage === null) return
      for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
    },
  }
}

/**
 * A text half-typed in a composer: it survives a reload, a phase change and an error.
 *
 * `place` names the composer within the board; set to '' once submitted.
 */
export function useKeptText(place: string, initial = ''): readonly [text: string, setText: (text: string) => void] {
  const { kept } = useSession()
  const [text, show] = useState(() => kept.read(place) ?? initial)
  const [shownPlace, setShownPlace] = useState(place)
  if (shownPlace !== place) {
    setShownPlace(place)
    show(kept.read(place) ?? initial)
  }
  const setText = useCallback(
    (next: string) => {
      kept.write(place, next)
      show(next)
    },
    [kept, place],
  )
  return [text, setText]
}
