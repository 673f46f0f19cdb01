import { oneLine, plainLines, proseBlocks } from './prose.ts'

/**
 * Somebody's words as inline Markdown on one line: they are shown as they are and do nothing. [REPORT7]
 *
 * @remarks
 * Only what CommonMark and GFM would read as markup is escaped, so that the source stays readable: `fail-over` and
 * `max_conns` stay as they are. `<` becomes an entity, since not every renderer honours its backslash.
 */
export function markdownLine(text: string): string {
  return escapedLine(oneLine(text))
}

/** Paragraphs and lists of {@link proseBlocks}, parted by empty lines. */
export function markdownProse(text: string): string {
  return proseBlocks(text)
    .map((block) =>
      block.kind === 'list'
        ? block.items.map((item) => `- ${escapedLine(item)}`).join('\n')
        : block.lines.map(escapedLine).join('\\\n'),
    )
    .join('\n\n')
}

/** Text of a list item that may hold several lines; each gets a line of its own inside of the item. */
export function markdownItem(text: string): string {
  return plainLines(text)
    .filter((line) => line !== '')
    .map(escapedLine)
    .join('\\\n  ')
}

/** A link with words of ours or of theirs; words alone where the address is not a web address. */
export function markdownLink(words: string, address: string): string {
  const label = markdownLine(words)
  if (!/^https?:\/\/[^\s<>\\]+$/i.test(address)) return label
  return `[${label}](<${address.replaceAll('|', '%7C')}>)`
}

function escapedLine(line: string): string {
  return line
    .replace(/[\\`*[\]~|]/gu, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replaceAll('<', '&lt;')
    .replace(/#(?=#*$)/gu, '\\#')
    .replace(/^([#>+=-]|:-)/u, '\\$1')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2')
}
