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
  const space = textWidth(' ', size)
  const lines: string[] = []
  let line: Part | null = null
  const words = text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => cut(word, width, size))
  for (const word of words) {
    if (line !== null && line.width + space + word.width <= width) {
      line = { text: `${line.text} ${word.text}`, width: line.width + space + word.width }
      continue
    }
    if (line !== null) lines.push(line.text)
    line = word
  }
  return line === null ? lines : [...lines, line.text]
}

interface Part {
  readonly text: string
  readonly width: number
}

/** Each sign is measured once: a text may be as long as a board. [PRESSURE19] */
function cut(word: string, width: number, size: number): readonly Part[] {
  const parts: Part[] = []
  let part: Part = { text: '', width: 0 }
  for (const sign of word) {
    const more = textWidth(sign, size)
    if (part.text !== '' && part.width + more > width) {
      parts.push(part)
      part = { text: '', width: 0 }
    }
    part = { text: part.text + sign, width: part.width + more }
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
