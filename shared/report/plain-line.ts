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
  switch (block.kind) {
    case 'list':
      return block.items.flatMap((item) => item.flatMap(piecesOf))
    case 'quote':
      return block.children.flatMap(piecesOf)
    case 'paragraph':
      return [oneLine(block.children.map(wordsText).join(''))]
    case 'code':
      return [oneLine(block.text)]
    case 'rule':
      return []
  }
}

function wordsText(words: LightWords): string {
  if (words.kind === 'break') return '\n'
  return 'text' in words ? words.text : words.children.map(wordsText).join('')
}
