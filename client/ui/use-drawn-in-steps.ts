import { useEffect, useMemo, useState } from 'react'

/** So many rows are drawn in one go: about what a frame or two have time for. */
const atOnce = 60

/**
 * Which rows of a long list are drawn by now: a few at once, of many that come together some with each turn.
 *
 * @remarks
 * A thousand rows that come in one change would hold up every key for as long as they take. What is not drawn yet
 * keeps its place, empty.
 */
export function useDrawnInSteps(ids: readonly string[]): ReadonlySet<string> {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(none)
  const shown = useMemo(() => {
    const waiting = ids.filter((id) => !drawn.has(id))
    return waiting.length === 0 ? drawn : new Set([...drawn, ...waiting.slice(0, atOnce)])
  }, [ids, drawn])
  useEffect(() => {
    if (shown === drawn) return
    const timer = setTimeout(() => setDrawn(shown))
    return () => clearTimeout(timer)
  }, [shown, drawn])
  return shown
}

const none: ReadonlySet<string> = new Set()
