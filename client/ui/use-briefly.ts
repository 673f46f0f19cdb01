import { useEffect, useState } from 'react'

/** What is shown for a moment after something was done, and null again two and a half seconds later. */
export function useBriefly<T>(): readonly [T | null, (shown: T) => void] {
  const [shown, show] = useState<{ readonly what: T } | null>(null)
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => show(null), 2500)
    return () => clearTimeout(timer)
  }, [shown])
  return [shown === null ? null : shown.what, (what) => show({ what })]
}
