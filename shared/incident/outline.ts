/** One line of a list that was written by indenting. */
export interface OutlineItem {
  /** From 0, never more than one deeper than the item before it. */
  readonly depth: number
  readonly text: string
}

/** So many are taken at once. */
export const longestOutline = 200

const tabWidth = 4

/**
 * A pasted list as items: what is indented more than the line above stands below it, whatever it is indented with.
 *
 * Marks of lists (`-`, `*`, `+`, `•`, `1.`, `a)`, `[ ]`) are taken off, empty lines left out. [WHY5]
 */
export function readOutline(text: string): readonly OutlineItem[] {
  const items: OutlineItem[] = []
  const indents: number[] = []
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const words = line.trim().replace(/^(?:(?:[-*+•◦‣▪–—]|\d{1,3}[.)]|[a-z][.)])\s+)?(?:\[[ xX]\]\s+)?/u, '')
    if (words === '' || /^[-*+•◦‣▪–—]$/u.test(words)) continue
    const indent = widthOf(/^\s*/u.exec(line)?.[0] ?? '')
    while (indents.length > 0 && indent <= (indents.at(-1) ?? 0)) indents.pop()
    items.push({ depth: indents.length, text: words })
    indents.push(indent)
  }
  return items.slice(0, longestOutline)
}

function widthOf(space: string): number {
  let width = 0
  for (const sign of space) width += sign === '\t' ? tabWidth - (width % tabWidth) : 1
  return width
}
