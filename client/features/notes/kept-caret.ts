import { type RefObject, useLayoutEffect } from 'react'
import type { BoardSession } from '../../session/board-session.ts'
import { useSession } from '../../session/context.tsx'

interface Caret {
  readonly place: string
  readonly from: number
  readonly to: number
}

/** The caret of somebody whose composer was taken away while they typed in it. */
const carets = new WeakMap<BoardSession, Caret>()

/**
 * Hands the keyboard on to the composer of the same place in the next view.
 *
 * @remarks
 * The facilitator moves on while somebody writes: their next letter belongs into their note. [NOTEUI13]
 */
export function useKeptCaret(place: string, box: RefObject<HTMLTextAreaElement | null>): void {
  const session = useSession()
  useLayoutEffect(() => {
    const field = box.current
    if (field === null) return
    const caret = carets.get(session)
    if (caret?.place === place && document.activeElement === document.body) {
      carets.delete(session)
      field.focus({ preventScroll: true })
      field.setSelectionRange(caret.from, caret.to)
      // In the next view it may lie out of sight, on a phone mostly; so may the button beneath it.
      const whole = field.form ?? field
      whole.scrollIntoView({ block: 'nearest' })
    }
    return () => {
      if (document.activeElement !== field) return
      carets.set(session, { place, from: field.selectionStart, to: field.selectionEnd })
    }
  }, [session, place, box])
}
