import { type LightBlock, type LightWords, lightMarkdown } from './light-markdown.ts'
import { oneLine } from './prose.ts'

/** The words of a text without the signs of its Markdown, a line for each of its lines. */
export function plainText(text: string): string {
  return lightMarkdown(text).map(blockText).join('\n')
}

/** The words of a text on one line, each point of a list and each paragraph told apart from the one before. */
export function plainLine(text: string): string {
  return lightMarkdown(text)
    .flatMap(piecesOf)
    .filter((piece) => piece !== '')
    .reduce((told, piece) => (told === '' ? piece : `${told}${/[\p{P}]$/u.test(told) ? '' : ';'} ${piece}`), '')
}

function piecesOf(block: LightBlock): readonly string[] {
  if (block.kind === 'list') return block.items.flatMap((item) => item.flatMap(piecesOf))
  return block.kind === 'quote' ? block.children.flatMap(piecesOf) : [oneLine(blockText(block))]
}

function blockText(block: LightBlock): string {
  if (block.kind === 'rule') return ''
  if (block.kind === 'code') return block.text
  if (block.kind === 'paragraph') return block.children.map(wordsText).join('')
  if (block.kind === 'quote') return block.children.map(blockText).join('\n')
  return block.items.map((item) => item.map(blockText).join('\n')).join('\n')
}

function wordsText(words: LightWords): string {
  if (words.kind === 'break') return '\n'
  return 'text' in words ? words.text : words.children.map(wordsText).join('')
}
