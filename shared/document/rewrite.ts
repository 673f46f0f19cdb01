import { simpleDiffString } from 'lib0/diff'
import type * as Y from 'yjs'
import { changes, isSpace, type Patience, wordsOf } from '../review/word-changes.ts'

/**
 * Turns a collaborative text into `next`, word by word, so that others' edits around what changes stay.
 *
 * @remarks
 * The shortest difference in letters may cut through words that are the same in both: of `w10 w11` and `w10 w129 w11`
 * it is `29 w1`, which is what stays when somebody deletes `w11` at that moment. Within a word that keeps most of its
 * letters only the others change, as somebody would type them; one that became quite another is replaced with the space
 * after it, so that who deletes the old one leaves the new one whole. [MERGE6]
 */
export function rewrite(text: Y.Text, next: string, patience?: Patience): void {
  const words = wordsOf(text.toString())
  for (const { from, to, typed } of changes(words, wordsOf(next), patience).toReversed()) {
    const at = words.slice(0, from).join('').length
    const old = words.slice(from, to).join('')
    const { index, remove, insert } = simpleDiffString(old, typed)
    if (2 * (old.length - remove) > Math.max(old.length, typed.length)) {
      replace(text, at + index, remove, insert)
    } else {
      const after = words[to]
      const space = old !== '' && typed !== '' && isSpace(after) ? after : ''
      replace(text, at, old.length + space.length, typed + space)
    }
  }
}

function replace(text: Y.Text, at: number, remove: number, insert: string): void {
  if (remove > 0) text.delete(at, remove)
  if (insert !== '') text.insert(at, insert)
}
