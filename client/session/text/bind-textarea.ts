import { simpleDiffString } from 'lib0/diff'
import { moved, type TextEdit, type TextHandle } from './text-handle.ts'

/**
 * Binds a textarea to a collaborative text: letters go both ways, the caret stays at its letter, nobody's focus or
 * scroll moves. Returns what unbinds it.
 *
 * @remarks
 * While an input method composes, the field is its own: others' edits wait, and what was composed is carried to where
 * they have moved it. [CLIENT5]
 */
export function bindTextarea(field: HTMLTextAreaElement, text: TextHandle): () => void {
  /** What the field would hold if nobody typed in it, and others' edits since. */
  let shown = text.read()
  let waiting: readonly TextEdit[] = []
  let isComposing = false
  let isOwn = false

  const typed = () => {
    const { index, remove, insert } = simpleDiffString(shown, field.value)
    if (remove === 0 && insert === '') return show()
    const from = moved(index, waiting)
    const to = remove === 0 ? from : Math.max(from, moved(index + remove, waiting))
    isOwn = true
    text.edit({ index: from, remove: to - from, insert })
    isOwn = false
    if (waiting.length === 0) shown = field.value
    else show(from + insert.length)
    grow(field)
  }
  const show = (caret?: number) => {
    const [start, end, top] = [field.selectionStart, field.selectionEnd, field.scrollTop]
    const isFocused = field.ownerDocument.activeElement === field
    shown = text.read()
    if (field.value !== shown) {
      field.value = shown
      // Setting a selection in a field without focus would scroll to it in some browsers.
      if (isFocused) field.setSelectionRange(caret ?? moved(start, waiting), caret ?? moved(end, waiting))
      field.scrollTop = top
      grow(field)
    }
    waiting = []
  }
  const heard = (edits: readonly TextEdit[]) => {
    if (isOwn) return
    waiting = [...waiting, ...edits]
    if (!isComposing) show()
  }
  const input = () => {
    if (!isComposing) typed()
  }
  const composes = () => {
    isComposing = true
  }
  const composed = () => {
    isComposing = false
    typed()
  }

  field.value = shown
  grow(field)
  field.addEventListener('input', input)
  field.addEventListener('compositionstart', composes)
  field.addEventListener('compositionend', composed)
  const stop = text.subscribe(heard)
  return () => {
    if (isComposing) composed()
    stop()
    field.removeEventListener('input', input)
    field.removeEventListener('compositionstart', composes)
    field.removeEventListener('compositionend', composed)
  }
}

/** As tall as its text. Browsers that know `field-sizing` do it by themselves, by style sheet. */
function grow(field: HTMLTextAreaElement): void {
  if (typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')) return
  field.style.height = 'auto'
  if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight}px`
}
