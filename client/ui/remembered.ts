import { useCallback, useEffect, useState } from 'react'

/** Where this browser keeps small choices: for good, or for this tab. Private windows may refuse; then nothing is kept. */
export type Keeping = 'for-good' | 'this-tab'

type Heard = (key: string, keeping: Keeping, value: string) => void

/** Whoever on this page shows a choice: they all show the same. */
const showing = new Set<Heard>()

/** A state that outlives a reload, and is one wherever on the page it is shown. */
export function useRemembered(
  key: string,
  initial: string,
  keeping: Keeping = 'for-good',
): readonly [string, (value: string) => void] {
  const [value, setValue] = useState(() => remembered(key, keeping) ?? initial)
  useEffect(() => {
    const hear: Heard = (changed, where, next) => {
      if (changed === key && where === keeping) setValue(next)
    }
    showing.add(hear)
    return () => void showing.delete(hear)
  }, [key, keeping])
  const change = useCallback(
    (next: string) => {
      remember(key, next, keeping)
      for (const hear of showing) hear(key, keeping, next)
    },
    [key, keeping],
  )
  return [value, change]
}

export function remembered(key: string, keeping: Keeping = 'for-good'): string | null {
  try {
    return shelf(keeping).getItem(`hindsight.${key}`)
  } catch {
    return null
  }
}

/** The keys that begin so, of what is kept for good. */
export function rememberedKeys(prefix: string): readonly string[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    return keys.filter((key) => key.startsWith(`hindsight.${prefix}`)).map((key) => key.slice('hindsight.'.length))
  } catch {
    return []
  }
}

/** Null forgets. */
export function remember(key: string, value: string | null, keeping: Keeping = 'for-good'): void {
  try {
    if (value === null) shelf(keeping).removeItem(`hindsight.${key}`)
    else shelf(keeping).setItem(`hindsight.${key}`, value)
  } catch {
    // Storage is full or forbidden: the choice holds until the page is left.
  }
}

function shelf(keeping: Keeping): Storage {
  return keeping === 'for-good' ? localStorage : sessionStorage
}
