import { useLayoutEffect, useRef } from 'react'
import { announce } from './announce.ts'

const controls = 'input, textarea, select, button, summary'

interface Held {
  readonly list: Element
  readonly row: number
  /** Which of the row’s controls has the keyboard. */
  readonly control: number
}

/**
 * Says what became of a row of a list, and keeps the keyboard with it: on the control that was pressed, wherever its row is
 * by now, on the one beside it where that can’t be pressed any more, or in the row that took its place.
 *
 * To be told before the rows change; `row` is where the keyboard belongs afterwards.
 */
export function useRowKeys(): (row: number, words: string) => void {
  const held = useRef<Held | null>(null)
  useLayoutEffect(() => {
    if (held.current === null) return
    const { list, row, control } = held.current
    held.current = null
    const at = list.children[Math.min(row, list.children.length - 1)]
    const all = [...(at?.querySelectorAll<HTMLElement>(controls) ?? [])]
    const wanted = all[Math.min(control, all.length - 1)]
    const next = wanted?.matches(':disabled')
      ? wanted.parentElement?.querySelector<HTMLElement>('button:enabled')
      : wanted
    next?.focus()
  })
  return (row, words) => {
    announce(words)
    const element = document.activeElement
    const item = element?.closest('li')
    if (!element || !item?.parentElement) return
    held.current = {
      list: item.parentElement,
      row,
      control: [...item.querySelectorAll(controls)].indexOf(element as HTMLElement),
    }
  }
}
