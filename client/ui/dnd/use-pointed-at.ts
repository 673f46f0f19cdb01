import { useEffect, useState } from 'react'

/** Something on the page that can be connected. */
export interface Thing<Id extends string> {
  readonly id: Id
  readonly element: Element
}

export interface PointedAt<Id extends string> {
  readonly thing: Thing<Id>
  /** Where its handle is, in pixels from the corner of the window. */
  readonly x: number
  readonly y: number
}

/** For so long a mouse rests on something before it is offered anything, and may be off it on the way there. */
const restMs = 220

/** The thing that a mouse rests on; whatever the mouse is on its handle, or `isHeld`, it stays the same. */
export function usePointedAt<Id extends string>(
  thingAt: (element: Element) => Thing<Id> | null,
  isHeld: boolean,
): PointedAt<Id> | null {
  const [pointedAt, point] = useState<PointedAt<Id> | null>(null)

  useEffect(() => {
    if (isHeld) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (next: PointedAt<Id> | null) => {
      clearTimeout(timer)
      timer = setTimeout(() => point(next), restMs)
    }
    const over = ({ pointerType, buttons, target }: PointerEvent) => {
      if (pointerType !== 'mouse' || !(target instanceof Element)) return
      if (target.closest('[data-connector]') !== null) return clearTimeout(timer)
      const thing = buttons === 0 ? thingAt(target) : null
      later(thing === null ? null : { thing, ...edgeOf(thing.element) })
    }
    const away = () => {
      clearTimeout(timer)
      point(null)
    }
    document.addEventListener('pointerover', over)
    document.addEventListener('scroll', away, { capture: true, passive: true })
    document.addEventListener('keydown', away, { capture: true })
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', over)
      document.removeEventListener('scroll', away, { capture: true })
      document.removeEventListener('keydown', away, { capture: true })
    }
  }, [thingAt, isHeld])

  return pointedAt
}

/** The middle of the left edge, of as much as is within the window. */
function edgeOf(element: Element): Pick<PointedAt<string>, 'x' | 'y'> {
  const { left, top, bottom } = element.getBoundingClientRect()
  return { x: left, y: (Math.max(top, 0) + Math.min(bottom, window.innerHeight)) / 2 }
}
