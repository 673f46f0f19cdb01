/** Letters, lines and signs that may mean something, of a text that is read as Markdown. */
const most = { letters: 60_000, signs: 1500 }
/** How deep a line stands: in so many quotations and lists, and behind so much white space. */
const deepest = { marks: 6, columns: 40 }

/**
 * Whether a text is read as Markdown at all; what is heavier is told as paragraphs and lists.
 *
 * @remarks
 * A reader of Markdown takes time with the square of what stands in each other, or runs out of room for it: twenty
 * thousand signs of quotations in lists took seconds. No text that is written for people comes near. [PRESSURE19]
 */
export function isLightEnough(text: string): boolean {
  if (text.length > most.letters) return false
  let signs = 0
  for (const _ of text.matchAll(/[\n*_`[\]<>&!\\~@:#|]|www\.|^[ \t]*(?:[-+]|\d+[.)])/gmu)) signs += 1
  return signs <= most.signs && text.split('\n').every(isShallow)
}

const opening = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/uy

function isShallow(line: string): boolean {
  let [marks, at] = [0, 0]
  for (opening.lastIndex = 0; opening.test(line); at = opening.lastIndex) {
    marks += 1
    if (marks > deepest.marks) return false
  }
  return at + (/^[ \t]*/u.exec(line.slice(at, at + deepest.columns + 1))?.[0].length ?? 0) <= deepest.columns
}
