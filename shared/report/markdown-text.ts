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
  const label = escaped(oneLine(words)).replace(/(?<=https?)(?=:\/\/)|(?<=www)(?=\.)/giu, '\\')
  if (!/^https?:\/\/[^\s<>\\]+$/i.test(address)) return label
  return `[${label}](<${address.replaceAll('|', '%7C')}>)`
}

/** A web address, without the punctuation behind it. */
const webAddress = /https?:\/\/[^\s<>|\\]*[^\s<>|\\.,;:!?'")\]*_~`]/giu

/**
 * One line, of which nothing is markup.
 *
 * @remarks
 * Most readers make a link of a web address that stands in a text, and then take for a part of it what was escaped in
 * it, and the sign that breaks the line. So it is put in angle brackets, where nothing needs to be escaped, and leads
 * to what it shows; what else they would take for one is taken apart. [INJECT1]
 */
function escapedLine(line: string): string {
  let shown = ''
  let at = 0
  for (const { 0: address, index } of line.matchAll(webAddress)) {
    shown += `${escaped(line.slice(at, index), { isStart: at === 0 })}<${address}>`
    at = index + address.length
  }
  return shown + escaped(line.slice(at), { isStart: at === 0 })
}

/** Words of which nothing is markup; at the start of a line nothing begins a block either. */
export function escaped(words: string, { isStart = true } = {}): string {
  const inline = words
    .replace(/[\\`*[\]~|]/gu, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replaceAll('<', '&lt;')
    .replace(/(?<=https?)(?=:\/\/)|(?<=www)(?=\.)/giu, '\\')

  const shown = endEscaped(inline)
  if (!isStart) return shown
  return shown.replace(/^([#>+=-]|:-)/u, '\\$1').replace(/^(\d{1,9})([.)])/u, '$1\\$2')
}

/** Signs that end a heading are shown. Looked for from the end: a pattern would begin anew at each of thousands. */
function endEscaped(line: string): string {
  let end = line.length
  while (line[end - 1] === '#') end -= 1
  return line.slice(0, end) + '\\#'.repeat(line.length - end)
}
