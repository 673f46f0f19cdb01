import type { ClipboardEvent, KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { readOutline } from '../../../shared/incident/outline.ts'
import type { WhyMove } from '../../../shared/incident/why-tree.ts'
import type { RecordVerbs } from '../../session/record-verbs.ts'
import type { Undo } from '../../session/undo/undo.ts'
import { announce } from '../../ui/announce.ts'
import { toast } from '../../ui/toast.ts'
import { caretFromEnd, isOnOneLine, rowBeside, rowOf, textIn } from './rows.ts'

/** What the keyboard, the menu and the clipboard do to a why. The same object for as long as the tree is shown. */
export interface Outline {
  add(id: string | null, as: 'before' | 'after' | 'child'): void
  move(id: string, move: WhyMove): void
  remove(id: string): void
  onKeyDown(id: string, event: KeyboardEvent<HTMLTextAreaElement>): void
  onPaste(id: string, event: ClipboardEvent<HTMLTextAreaElement>): void
}

const moved: Readonly<Record<WhyMove, string>> = { deeper: 'Deeper', back: 'Back', up: 'Up', down: 'Down' }

/**
 * A tree that is written like an outline. [WHY3]
 *
 * @remarks
 * Each change is on screen before the next key comes (`flushSync`), so that nothing typed fast lands in the wrong row.
 */
export function openOutline(verbs: RecordVerbs, undo: Undo, tree: () => HTMLElement | null): Outline {
  const focus = (id: string, caret: number | 'end') => {
    const field = textIn(rowOf(tree(), id))
    if (field === null) return
    const at = caret === 'end' ? field.value.length : Math.min(caret, field.value.length)
    field.focus({ preventScroll: true })
    field.setSelectionRange(at, at)
    field.scrollIntoView({ block: 'nearest' })
  }
  const add: Outline['add'] = (id, as) => {
    const added = flushSync(() => verbs.addWhy({ beside: id, as }))
    if (added.allowed) focus(added.value, 0)
  }
  const move: Outline['move'] = (id, how) => {
    const field = textIn(rowOf(tree(), id))
    const [start, end] = [field?.selectionStart ?? 0, field?.selectionEnd ?? 0]
    const done = flushSync(() => verbs.moveWhy(id, how))
    announce(done.allowed ? moved[how] : 'It cannot go further')
    field?.focus({ preventScroll: true })
    field?.setSelectionRange(start, end)
    field?.scrollIntoView({ block: 'nearest' })
  }
  const remove: Outline['remove'] = (id) => {
    const row = rowOf(tree(), id)
    const next = rowBeside(row, -1) ?? rowBeside(row, 1)
    const hadWords = textIn(row)?.value.trim() !== ''
    const done = flushSync(() => verbs.removeCause(id))
    if (!done.allowed) return
    if (next?.dataset.why !== undefined) focus(next.dataset.why, 'end')
    if (hadWords) {
      const takeBack = () => verbs.takeBackRemoval(done.value)
      toast({ title: 'Removed a why', action: { label: 'Undo', onClick: takeBack } })
    }
  }
  const goBeside = (field: HTMLTextAreaElement, step: 1 | -1) => {
    const next = textIn(rowBeside(field.closest<HTMLElement>('[data-why]'), step))
    if (next === null) return
    const caret = Math.min(field.selectionStart, next.value.length)
    next.focus()
    next.setSelectionRange(caret, caret)
  }
  /** In a text of several lines the caret goes through them first. */
  const arrow = (event: KeyboardEvent<HTMLTextAreaElement>, step: 1 | -1) => {
    const field = event.currentTarget
    if (field.selectionStart !== field.selectionEnd) return
    if (isOnOneLine(field)) {
      event.preventDefault()
      goBeside(field, step)
      return
    }
    const before = field.selectionStart
    setTimeout(() => {
      if (field.selectionStart === before && field.ownerDocument.activeElement === field) goBeside(field, step)
    })
  }
  const takeBack = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const field = event.currentTarget
    const row = field.closest<HTMLElement>('[data-why]')
    const next = rowBeside(row, -1) ?? rowBeside(row, 1)
    const fromEnd = caretFromEnd(field)
    flushSync(() => (event.shiftKey ? undo.redo() : undo.undo()))
    const id = field.isConnected ? row?.dataset.why : next?.dataset.why
    if (id !== undefined) focus(id, field.isConnected ? field.value.length - fromEnd : 'end')
  }

  return {
    add,
    move,
    remove,
    onKeyDown: (id, event) => {
      const { key, altKey, shiftKey, currentTarget: field } = event
      const isMod = event.ctrlKey || event.metaKey
      const act = (run: () => void) => {
        event.preventDefault()
        run()
      }
      if (key === 'Enter' && isMod) act(() => add(id, 'child'))
      else if (key === 'Enter' && !shiftKey && !altKey) {
        const isAtStart = field.selectionEnd === 0 && field.value !== ''
        act(() => add(id, isAtStart ? 'before' : 'after'))
      } else if (key === 'Tab' && !isMod && !altKey) act(() => move(id, shiftKey ? 'back' : 'deeper'))
      else if (key === 'Backspace' && field.value === '') act(() => remove(id))
      else if (key.toLowerCase() === 'z' && isMod) act(() => takeBack(event))
      else if (key === 'ArrowUp' || key === 'ArrowDown') {
        if (altKey) act(() => move(id, key === 'ArrowUp' ? 'up' : 'down'))
        else if (!shiftKey && !isMod) arrow(event, key === 'ArrowUp' ? -1 : 1)
      } else if (key === 'Escape') {
        // Tab makes a why deeper, so this is the way out of the list: the row itself, from which Tab goes on.
        act(() => field.closest<HTMLElement>('[data-why]')?.focus())
        event.stopPropagation()
      }
    },
    onPaste: (id, event) => {
      const items = readOutline(event.clipboardData.getData('text/plain'))
      if (items.length < 2) return
      event.preventDefault()
      const added = flushSync(() => verbs.addWhys(items, { beside: id, as: 'after' }))
      if (!added.allowed) return
      const last = added.value.at(-1)
      if (last !== undefined) focus(last, 'end')
      toast({ title: `Added ${items.length} whys`, description: 'Undo takes them back together.' })
    },
  }
}
