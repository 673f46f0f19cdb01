import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

const mostZoom = 64

export interface Zoom {
  /** How many times as wide as its place the drawing is. */
  readonly factor: number
  readonly canZoomIn: boolean
  /** Twice as close, or half; around a place of the drawing from 0 to 1. */
  zoom(by: 'in' | 'out', around: number): void
  whole(): void
  /** Brings a place of the drawing into view. */
  reveal(share: number): void
}

/** Zooms a drawing within the element that it scrolls in: what was looked at stays where it was. */
export function useZoom(scroller: RefObject<HTMLElement | null>): Zoom {
  const [factor, setFactor] = useState(1)
  /** What is to stand still in the next layout: a share of the drawing, and where it was in view. */
  const still = useRef<{ readonly share: number; readonly left: number } | null>(null)

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || still.current === null) return
    element.scrollLeft = still.current.share * element.clientWidth * factor - still.current.left
    still.current = null
  }, [factor, scroller])

  return {
    factor,
    canZoomIn: factor < mostZoom,
    zoom(by, around) {
      const element = scroller.current
      const next = Math.min(mostZoom, Math.max(1, by === 'in' ? factor * 2 : factor / 2))
      if (element !== null) still.current = { share: around, left: around * element.scrollWidth - element.scrollLeft }
      setFactor(next)
    },
    whole: () => setFactor(1),
    reveal(share) {
      const element = scroller.current
      if (element === null) return
      const [at, margin] = [share * element.scrollWidth, element.clientWidth / 8]
      const isInView = at >= element.scrollLeft + margin && at <= element.scrollLeft + element.clientWidth - margin
      if (!isInView) element.scrollLeft = at - element.clientWidth / 2
    },
  }
}
