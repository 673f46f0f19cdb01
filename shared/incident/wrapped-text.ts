/**
 * About how wide a text is, in the unit of its size, in the type of the app or of a browser.
 *
 * Drawings are laid out where no letter can be measured: it is meant to be a little too much rather than too little.
 */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const sign of text) width += widthOf(sign)
  return width * size
}

/** A text in lines no wider than `width`; what has no space in it is cut. */
export function wrapText(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = []
  let current = ''
  const words = text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => cut(word, width, size))
  for (const word of words) {
    const longer = current === '' ? word : `${current} ${word}`
    if (current !== '' && textWidth(longer, size) > width) {
      lines.push(current)
      current = word
    } else current = longer
  }
  return current === '' ? lines : [...lines, current]
}

function cut(word: string, width: number, size: number): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const sign of word) {
    if (part !== '' && textWidth(part + sign, size) > width) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part]
}

/** In shares of the size. */
function widthOf(sign: string): number {
  if (/[il.,:;'|!]/u.test(sign)) return 0.3
  if (/[ fjrt()[\]{}/\\"`-]/u.test(sign)) return 0.38
  if (/[mwMW@%—]/u.test(sign)) return 0.88
  if (/[A-Z&]/u.test(sign)) return 0.68
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(sign))
    return 1.05
  return 0.56
}
