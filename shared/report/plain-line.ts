import { type LightBlock, type LightWords, lightMarkdown } from './light-markdown.ts'
import { oneLine } from './prose.ts'

/** The words of a text without the signs of its Markdown, on one line, its points and paragraphs told apart. */
export function plainLine(text: string): string {
  const pieces = lightMarkdown(text)
    .flatMap(piecesOf)
    .filter((piece) => piece !== '')
  return pieces
    .map((piece, index) => (index === pieces.length - 1 ? piece : `${piece}${isEnded(piece) ? '' : ';'} `))
    .join('')
}

function isEnded(piece: string): boolean {
  return /\p{P}/u.test(piece.slice(-1))
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
