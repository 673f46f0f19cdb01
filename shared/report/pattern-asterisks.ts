import type { Nodes } from 'mdast'

/**
 * Whether asterisks that Markdown reads as emphasis are of a pattern, a product or a call: `.*foo.*`, `2*3*4`,
 * `*.log, a/*`, `SELECT *, count(*)`. They stand within a word, or beside a sign with which no emphasis begins or ends.
 * `place` is that of the emphasis, its marks included.
 */
export function isPattern(text: string, place: Nodes['position']): boolean {
  const [from, to] = [place?.start.offset ?? 0, place?.end.offset ?? text.length]
  const inside = text.slice(from + 1, to - 1)
  return (
    text[from] === '*' &&
    (/[A-Za-z0-9.)\]}=+^$\\]/.test(text.charAt(from - 1)) ||
      /[A-Za-z0-9([{]/.test(text.charAt(to)) ||
      /^[.,;:)\]}=+/|]/.test(inside) ||
      /[([{/]$/.test(inside))
  )
}
