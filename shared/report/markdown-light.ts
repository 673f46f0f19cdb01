import { type LightBlock, type LightWords, lightMarkdown, lightMarkdownBack } from './light-markdown.ts'
import { escaped, markdownProse } from './markdown-text.ts'

/**
 * A text of the record as Markdown that means what the board draws, and nothing else. [REPORT53]
 *
 * @remarks
 * It is written anew from what was read, each word of it escaped, and read back: where that does not give the same, as
 * with asterisks that touch each other in ways that Markdown can't tell apart, it is told as plain words.
 */
export function markdownLight(text: string): string {
  const meant = lightMarkdown(text)
  const markdown = blocks(meant)
  return isSame(lightMarkdownBack(markdown), meant) ? markdown : markdownProse(text)
}

function isSame(a: readonly LightBlock[], b: readonly LightBlock[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Two lists in a row are told apart by their marks. */
function blocks(all: readonly LightBlock[], between = '\n\n'): string {
  let isOther = false
  return all
    .map((each, at) => {
      const before = all[at - 1]
      const follows = each.kind === 'list' && before?.kind === 'list' && isOrdered(each) === isOrdered(before)
      isOther = follows && !isOther
      const gap = at === 0 ? '' : each.kind === 'list' && before?.kind === 'paragraph' ? between : '\n\n'
      return gap + block(each, isOther)
    })
    .join('')
}

function isOrdered(block: LightBlock): boolean {
  return block.kind === 'list' && block.start !== null
}

function block(each: LightBlock, isOther: boolean): string {
  if (each.kind === 'rule') return '***'
  if (each.kind === 'code') return fenced(each.text)
  if (each.kind === 'paragraph') return phrase(each.children)
  if (each.kind === 'quote')
    return blocks(each.children)
      .replace(/^(?=.)/gmu, '> ')
      .replace(/^$/gmu, '>')
  const { start } = each
  return each.items
    .map((item, at) => {
      const mark = start === null ? (isOther ? '+' : '-') : `${start + at}${isOther ? ')' : '.'}`
      const inside = blocks(item, '\n').replace(/\n(?=.)/gu, `\n${' '.repeat(mark.length + 1)}`)
      return `${mark} ${inside}`.trimEnd()
    })
    .join('\n')
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}\n${text}\n${fence}`
}

function coded(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1)
  const isPadded = /^`|`$/u.test(text) || (/^ .* $/su.test(text) && text.trim() !== '')
  return isPadded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length))
}

function phrase(all: readonly LightWords[], isInside = false): string {
  return all
    .map((each, at) => {
      const written = wordsOf(each, !isInside && (at === 0 || all[at - 1]?.kind === 'break'))
      // In front of a link it would make a picture of it.
      return all[at + 1]?.kind === 'link' ? written.replace(/!$/u, '\\!') : written
    })
    .join('')
}

function wordsOf(each: LightWords, isStart: boolean): string {
  switch (each.kind) {
    case 'words':
      return escaped(each.text, { isStart })
    case 'code':
      return coded(each.text)
    case 'break':
      return '\\\n'
    case 'strong':
      return `**${phrase(each.children, true)}**`
    case 'emphasis':
      return `*${phrase(each.children, true)}*`
    case 'link': {
      const [only, ...more] = each.children
      const isItself = only?.kind === 'words' && only.text === each.address && more.length === 0
      return isItself ? `<${each.address}>` : `[${phrase(each.children, true)}](<${destination(each.address)}>)`
    }
  }
}

function destination(address: string): string {
  return address.replaceAll('|', '%7C').replace(/&(?=#?\w+;)/gu, '&amp;')
}
