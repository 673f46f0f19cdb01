/** What a list item may begin with where it was copied from: `-`, `*`, `•`, `1.`, `2)`, `[ ]`. */
const bullet = /^\s*(?:[-*•–]|\d{1,3}[.)])?\s*(?:\[[ xX]\])?\s+|^\s+/u

/** A pasted text as notes: one for each line that says something, without its bullet. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.replace(bullet, '').trim())
    .filter((line) => line !== '')
}
