import { simpleDiffString } from 'lib0/diff'
import type * as Y from 'yjs'
import { changes, type Patience, wordsOf } from '../review/word-changes.ts'

/**
 * Turns a collaborative text into `next`, word by word, so that others' edits around what changes stay.
 *
 * @remarks
 * The shortest difference in letters may cut through words that are the same in both: of `w10 w11` and `w10 w129 w11`
 * it is `29 w1`, which is what stays when somebody deletes `w11` at that moment. [MERGE6]
 */
export function rewrite(text: Y.Text, next: string, patience?: Patience): void {
  const words = wordsOf(text.toString())
  for (const { from, to, typed } of changes(words, wordsOf(next), patience).toReversed()) {
    const at = words.slice(0, from).join('').length
    const { index, remove, insert } = simpleDiffString(words.slice(from, to).join(''), typed)
    if (remove > 0) text.delete(at + index, remove)
    if (insert !== '') text.insert(at + index, insert)
  }
}
