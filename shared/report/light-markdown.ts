import type { Link, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { withoutHiddenSigns } from '../review/hidden-signs.ts'
import { isLightEnough } from './light-limits.ts'
import { isPattern } from './pattern-asterisks.ts'
import { proseBlocks } from './prose.ts'

/** A piece of a text of the record. All of it is words: nothing in it is ever read as markup again. */
export type LightBlock =
  | { readonly kind: 'paragraph'; readonly children: readonly LightWords[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly LightBlock[])[] }
  | { readonly kind: 'quote'; readonly children: readonly LightBlock[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }

export type LightWords =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly LightWords[] }
  /** Leads to a web address. */
  | { readonly kind: 'link'; readonly address: string; readonly children: readonly LightWords[] }

/**
 * What the light Markdown of a text means: emphasis, code, lists, quotations, web addresses, lines and rules.
 *
 * @remarks
 * The board, the report page and every file draw texts of the record from this, so that what is read is what was seen
 * while it was written. HTML, pictures and references are words as they were typed; a heading is a line in bold, since
 * the outline of a report is its own; a link leads to a web address alone, and says which. [RECORD3] [REPORT53]
 */
export function lightMarkdown(text: string): readonly LightBlock[] {
  return blocksOf(text, true)
}

/** As a report's own Markdown is read back: without saying where links lead, since it says so already. */
export function lightMarkdownBack(text: string): readonly LightBlock[] {
  return blocksOf(text, false)
}

/** Whether a text means anything in Markdown that plain words would not show. */
export function hasMarkup(blocks: readonly LightBlock[]): boolean {
  return blocks.some(
    (block) => block.kind !== 'paragraph' || block.children.some(({ kind }) => kind !== 'words' && kind !== 'break'),
  )
}

interface Reading {
  readonly text: string
  readonly saysWhere: boolean
}

function blocksOf(typed: string, saysWhere: boolean): readonly LightBlock[] {
  const text = shownLines(typed).join('\n')
  if (!isLightEnough(text)) return proseBlocks(text).map(plainBlock)
  const { children } = fromMarkdown(text, {
    extensions: [gfmAutolinkLiteral()],
    // What was taken apart so that it is no link stays so.
    mdastExtensions: [{ ...gfmAutolinkLiteralFromMarkdown(), transforms: [] }],
  })
  return children.flatMap((node) => blockOf(node, { text, saysWhere }))
}

function plainBlock(block: ReturnType<typeof proseBlocks>[number]): LightBlock {
  if (block.kind === 'paragraph') return { kind: 'paragraph', children: linesOf(block.lines) }
  return { kind: 'list', start: null, items: block.items.map((item) => [paragraph(linesOf([item]))]) }
}

function blockOf(node: RootContent, reading: Reading): readonly LightBlock[] {
  switch (node.type) {
    case 'paragraph':
      return there(paragraph(wordsOf(node.children, reading)))
    case 'heading':
      return there(paragraph(wordsOf([{ type: 'strong', children: node.children }], reading)))
    case 'list':
      return [
        {
          kind: 'list',
          start: node.ordered ? (node.start ?? 1) : null,
          items: node.children.map((item) => item.children.flatMap((child) => blockOf(child, reading))),
        },
      ]
    case 'blockquote':
      return [{ kind: 'quote', children: node.children.flatMap((child) => blockOf(child, reading)) }]
    case 'code':
      return [{ kind: 'code', text: node.value }]
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    default:
      return there(paragraph(linesOf(shownLines(sourceOf(node, reading)))))
  }
}

function paragraph(children: readonly LightWords[]): LightBlock {
  return { kind: 'paragraph', children }
}

function there(block: LightBlock): readonly LightBlock[] {
  return block.kind === 'paragraph' && block.children.length === 0 ? [] : [block]
}

/** Emphasis in emphasis shows nothing more, so none stands in its like: no text is deeper than a few elements. */
function wordsOf(
  nodes: readonly PhrasingContent[],
  reading: Reading,
  within: readonly string[] = [],
): readonly LightWords[] {
  return joined(nodes.flatMap((node) => wordOf(node, reading, within)))
}

function wordOf(node: PhrasingContent, reading: Reading, within: readonly string[]): readonly LightWords[] {
  switch (node.type) {
    case 'text':
      // What was written as an entity comes out here alone.
      return linesOf(shownLines(node.value))
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }]
    case 'break':
      return [{ kind: 'break' }]
    case 'strong':
    case 'emphasis': {
      const { type } = node
      const isPlain = type === 'emphasis' && isPattern(reading.text, node.position)
      const children = wordsOf(node.children, reading, isPlain ? within : [...within, type])
      if (isPlain) return [words('*'), ...children, words('*')]
      return within.includes(type) || children.length === 0 ? children : [outermost({ kind: type, children })]
    }
    case 'link':
      return linked(node, wordsOf(node.children, reading, within), reading)
    default:
      return linesOf(shownLines(sourceOf(node, reading)))
  }
}

/** Where all of it is both, emphasis is the outer one, as Markdown reads three asterisks. */
function outermost(words: LightWords & { readonly kind: 'strong' | 'emphasis' }): LightWords {
  const [only, ...more] = words.children
  if (words.kind !== 'strong' || only?.kind !== 'emphasis' || more.length > 0) return words
  return { kind: 'emphasis', children: [{ kind: 'strong', children: only.children }] }
}

function linked(node: Link, children: readonly LightWords[], { text, saysWhere }: Reading): readonly LightWords[] {
  const address = node.url
  if (children.length === 0 || !isWebAddress(address)) return children
  const link = { kind: 'link', address, children } as const
  return saysWhere && !saysItself(node, text) ? [link, words(` (${new URL(address).host})`)] : [link]
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s<>\\]+$/iu.test(address) && URL.canParse(address) && withoutHiddenSigns(address) === address
}

/** Whether the words of a link are its address. */
function saysItself(node: Link, text: string): boolean {
  const [first, last] = [node.children[0]?.position?.start.offset, node.children.at(-1)?.position?.end.offset]
  const said = text.slice(first, last)
  return node.url === said || node.url === `http://${said}`
}

function words(text: string): LightWords {
  return { kind: 'words', text }
}

function shownLines(text: string): readonly string[] {
  return withoutHiddenSigns(text).split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/u)
}

/** Without the white space at the inner ends of lines, which shows nothing. */
function linesOf(lines: readonly string[]): readonly LightWords[] {
  return lines.flatMap((line, at) => {
    const from = at === 0 ? line : line.replace(/^[ \t]+/u, '')
    const shown = at === lines.length - 1 ? from : from.trimEnd()
    return at === 0 ? [words(shown)] : [{ kind: 'break' } as const, words(shown)]
  })
}

/** Neighbours of one kind as one, nothing that is empty, and no line end where nothing is left of a line. */
function joined(all: readonly LightWords[]): readonly LightWords[] {
  const kept: LightWords[] = []
  for (const each of all) {
    const before = kept.at(-1)
    if (each.kind === 'words' && each.text === '') continue
    if (before?.kind === 'words' && each.kind === 'words') kept[kept.length - 1] = words(before.text + each.text)
    else if ((before?.kind === 'strong' || before?.kind === 'emphasis') && before.kind === each.kind)
      kept[kept.length - 1] = { kind: before.kind, children: joined([...before.children, ...each.children]) }
    else kept.push(each)
  }
  return kept
}

/** What is shown as it was typed: HTML, pictures, references. */
function sourceOf({ position }: Nodes, { text }: Reading): string {
  return text.slice(position?.start.offset, position?.end.offset)
}
