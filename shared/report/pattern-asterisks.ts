/** What is marked, its marks included, and the letters beside it; none at an end of the text. */
interface Marked {
  readonly before: string
  readonly marked: string
  readonly after: string
}

/**
 * Whether asterisks that Markdown reads as emphasis are of a pattern, a product or a call: `.*foo.*`, `2*3*4`,
 * `*.log, a/*`, `SELECT *, count(*)`. They stand within a word, or beside a sign with which no emphasis begins or ends.
 */
export function isPattern({ before, marked, after }: Marked): boolean {
  const inside = marked.slice(1, -1)
  return (
    marked.startsWith('*') &&
    (/[A-Za-z0-9.)\]}=+^$\\]/.test(before) ||
      /[A-Za-z0-9([{]/.test(after) ||
      /^[.,;:)\]}=+/|]/.test(inside) ||
      /[([{/]$/.test(inside))
  )
}
