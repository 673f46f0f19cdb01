import { withoutHiddenSigns } from '../review/hidden-signs.ts'

/** A piece of what somebody wrote: a paragraph of lines, or a list. Nothing else is read into their words. */
export type ProseBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/**
 * A text as paragraphs and lists: an empty line ends a paragraph, lines that start with `-`, `*` or `•` make a list.
 *
 * Every output draws prose from this, so that a report reads the same everywhere. [REPORT6]
 */
export function proseBlocks(text: string): readonly ProseBlock[] {
  const blocks: ProseBlock[] = []
  let lines: string[] = []
  let items: string[] = []
  const end = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines })
    if (items.length > 0) blocks.push({ kind: 'list', items })
    lines = []
    items = []
  }
  for (const line of plainLines(text)) {
    const item = /^[-*•]\s+(.*)$/u.exec(line)?.[1]
    if (line === '' || (item === undefined ? items.length > 0 : lines.length > 0)) end()
    if (item !== undefined && item !== '') items.push(item)
    else if (item === undefined && line !== '') lines.push(line)
  }
  end()
  return blocks
}

/** The words of a text on one line. */
export function oneLine(text: string): string {
  return plainLines(text)
    .filter((line) => line !== '')
    .join(' ')
}

/** Trimmed lines without control characters, and without marks that reverse or hide what follows them. */
export function plainLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).map(plainLine)
}

function plainLine(line: string): string {
  return withoutHiddenSigns(line.replace(/\t/gu, ' ')).trim()
}
