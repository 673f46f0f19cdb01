import { htmlLinkAround, htmlText } from './html-text.ts'
import { type LightBlock, type LightWords, lightMarkdown } from './light-markdown.ts'

/** A text of the record as HTML, as the board draws it. [REPORT53] */
export function htmlLight(text: string): string {
  return lightMarkdown(text).map(block).join('\n')
}

function block(each: LightBlock): string {
  if (each.kind === 'rule') return '<hr>'
  if (each.kind === 'code') return `<pre>${htmlText(each.text)}</pre>`
  if (each.kind === 'paragraph') return `<p>${each.children.map(words).join('')}</p>`
  if (each.kind === 'quote') return `<blockquote>${each.children.map(block).join('')}</blockquote>`
  const items = each.items.map((item) => `<li>${itemOf(item)}</li>`).join('')
  if (each.start === null) return `<ul>${items}</ul>`
  return `<ol${each.start === 1 ? '' : ` start="${each.start}"`}>${items}</ol>`
}

/** The first paragraph of an item stands beside its mark. */
function itemOf([first, ...more]: readonly LightBlock[]): string {
  if (first === undefined) return ''
  const head = first.kind === 'paragraph' ? first.children.map(words).join('') : block(first)
  return head + more.map(block).join('')
}

function words(each: LightWords): string {
  switch (each.kind) {
    case 'words':
      return htmlText(each.text)
    case 'code':
      return `<code>${htmlText(each.text)}</code>`
    case 'break':
      return '<br>'
    case 'link':
      return htmlLinkAround(each.children.map(words).join(''), each.address)
    case 'strong':
      return `<strong>${each.children.map(words).join('')}</strong>`
    case 'emphasis':
      return `<em>${each.children.map(words).join('')}</em>`
  }
}
