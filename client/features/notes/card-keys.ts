import type { KeyboardEvent } from 'react'
import { cardBeside } from './focus.ts'

/** Keys on a card that has the keyboard itself: arrows go to the next card, Enter edits. */
export function onCardKey(event: KeyboardEvent<HTMLElement>, edit: () => void): void {
  const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
  if (!isPlain || event.defaultPrevented || event.target !== event.currentTarget) return
  if (event.key === 'Enter') {
    event.preventDefault()
    edit()
  }
  const next = cardBeside(event.currentTarget, event.key)
  if (next === null) return
  event.preventDefault()
  next.focus()
}
