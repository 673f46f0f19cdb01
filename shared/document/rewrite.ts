import { simpleDiffString } from 'lib0/diff'
import type * as Y from 'yjs'

/** Turns a collaborative text into `next` by the one replacement that does it, so that others' edits around it stay. */
export function rewrite(text: Y.Text, next: string): void {
  const { index, remove, insert } = simpleDiffString(text.toString(), next)
  if (remove > 0) text.delete(index, remove)
  if (insert !== '') text.insert(index, insert)
}
