import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Kbd } from './Kbd.tsx'

interface Shown {
  readonly label: string
  readonly keys: string | undefined
  readonly box: DOMRect
}

const delayMs = 500
/** After one was shown its neighbours follow at once. */
const warmMs = 300
const gap = 6
const margin = 8

/** Shows the words of whatever is pointed at or has the keyboard's focus. Mounted once, near the root. */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null)
  const element = useRef<HTMLDivElement>(null)
  useTips(setShown)

  useLayoutEffect(() => {
    const tooltip = element.current
    if (tooltip === null || shown === null) return
    const { width, height } = tooltip.getBoundingClientRect()
    const middle = shown.box.left + shown.box.width / 2 - width / 2
    const left = Math.max(margin, Math.min(middle, window.innerWidth - width - margin))
    const below = shown.box.bottom + gap
    const top = below + height + margin > window.innerHeight ? shown.box.top - gap - height : below
    tooltip.style.left = `${left}px`
    tooltip.style.top = `${top}px`
  }, [shown])

  if (shown === null) return null
  return (
    <div
      ref={element}
      aria-hidden="true"
      className="pointer-events-none fixed top-0 left-0 z-80 flex max-w-80 items-center gap-2 rounded-md bg-ink px-2 py-1 text-sm text-paper"
    >
      {shown.label}
      {shown.keys && <Kbd keys={shown.keys} onInk />}
    </div>
  )
}

function useTips(show: (shown: Shown | null) => void): void {
  useEffect(() => {
    let over: Element | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let hiddenAt = 0
    // Focus that comes back from a closed menu names nothing: only somebody who walks by keyboard wants to be told.
    let isWalking = false

    const hide = () => {
      clearTimeout(timer)
      if (over !== null) hiddenAt = performance.now()
      over = null
      show(null)
    }
    const point = (target: EventTarget | null, waitMs: number) => {
      const next = target instanceof Element ? target.closest('[data-tip]') : null
      if (next === over) return
      hide()
      if (next === null) return
      over = next
      timer = setTimeout(() => {
        if (!next.isConnected) return hide()
        show({
          label: next.getAttribute('data-tip') ?? '',
          keys: next.getAttribute('data-tip-keys') ?? undefined,
          box: next.getBoundingClientRect(),
        })
      }, waitMs)
    }
    const onPointer = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return
      point(event.target, performance.now() - hiddenAt < warmMs ? 0 : delayMs)
    }
    const onFocus = (event: FocusEvent) => {
      if (isWalking) point(event.target, 0)
    }
    const onKey = (event: KeyboardEvent) => {
      isWalking = event.key === 'Tab' || event.key.startsWith('Arrow')
      if (!isWalking) hide()
    }

    // What was pointed at, or walked to, while this was still on its way.
    const hovered = [...document.querySelectorAll('[data-tip]:hover')].at(-1)
    const walkedTo = document.querySelector('[data-tip]:focus-visible')
    if (hovered !== undefined) point(hovered, delayMs)
    else if (walkedTo !== null) point(walkedTo, 0)

    document.addEventListener('pointerover', onPointer)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', hide)
    document.addEventListener('pointerdown', hide)
    document.addEventListener('keydown', onKey, { capture: true })
    document.addEventListener('scroll', hide, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', onPointer)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', hide)
      document.removeEventListener('pointerdown', hide)
      document.removeEventListener('keydown', onKey, { capture: true })
      document.removeEventListener('scroll', hide, { capture: true })
    }
  }, [show])
}
