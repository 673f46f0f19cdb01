import { withoutHiddenSigns } from '../review/hidden-signs.ts'
import { plainLines, proseBlocks } from './prose.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Somebody's words as HTML text or as the value of a quoted attribute. [REPORT8] */
export function htmlText(text: string): string {
  return withoutHiddenSigns(text)
    .replace(/[&<>"']/gu, (sign) => entities[sign] ?? '')
    .replace(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ' '))
}

/** The same, each line of it on one of its own. */
export function htmlLines(text: string): string {
  return htmlText(plainLines(text).join('\n').trim()).replaceAll('\n', '<br>')
}

/** Paragraphs and lists of {@link proseBlocks}. */
export function htmlProse(text: string): string {
  return proseBlocks(text)
    .map((block) =>
      block.kind === 'list'
        ? `<ul>${block.items.map((item) => `<li>${htmlText(item)}</li>`).join('')}</ul>`
        : `<p>${block.lines.map(htmlText).join('<br>')}</p>`,
    )
    .join('\n')
}

/** A link that tells the other side nothing; words alone where the address is not a web address. */
export function htmlLink(words: string, address: string): string {
  return htmlLinkAround(htmlText(words), address)
}

/** The same around what is HTML already. */
export function htmlLinkAround(html: string, address: string): string {
  if (!/^https?:\/\/\S+$/i.test(address)) return html
  return `<a href="${htmlText(address)}" rel="noreferrer nofollow">${html}</a>`
}
