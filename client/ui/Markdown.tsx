import type { Link, Nodes, PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { Fragment, type ReactNode } from 'react'
import { linkHost } from './link-host.ts'

/**
 * Light Markdown as elements: emphasis, code, lists, headings, quotes and web addresses.
 *
 * @remarks
 * The text becomes a tree, and the tree elements of React, so that nothing of it is ever read as markup: HTML in it is
 * shown as it was typed, and a link says where it leads. [INJECT6] [INJECT7]
 */
export function Markdown({ text }: { readonly text: string }) {
  return <div className="space-y-2 wrap-anywhere">{each(treeOf(text).children, text)}</div>
}

/** Whether a text says anything in Markdown that plain words would not show. */
export function hasMarkup(text: string): boolean {
  return treeOf(text).children.some((node) => node.type !== 'paragraph' || node.children.some(isMarkup))
}

function isMarkup(node: PhrasingContent): boolean {
  return node.type !== 'text' && node.type !== 'html' && node.type !== 'break'
}

function treeOf(text: string) {
  return fromMarkdown(text, {
    extensions: [gfmAutolinkLiteral()],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  })
}

function each(nodes: readonly Nodes[], text: string): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a piece of text is its place
  return nodes.map((node, index) => <Fragment key={index}>{drawn(node, text)}</Fragment>)
}

function drawn(node: Nodes, text: string): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p className="whitespace-pre-line">{each(node.children, text)}</p>
    case 'heading':
      return <p className="font-semibold">{each(node.children, text)}</p>
    case 'list': {
      const items = each(node.children, text)
      return node.ordered ? (
        <ol start={node.start ?? 1} className="list-decimal space-y-0.5 pl-5">
          {items}
        </ol>
      ) : (
        <ul className="list-disc space-y-0.5 pl-5">{items}</ul>
      )
    }
    case 'listItem':
      return <li>{each(node.children, text)}</li>
    case 'blockquote':
      return (
        <blockquote className="border-l-2 border-line-strong pl-3 text-ink-soft">
          {each(node.children, text)}
        </blockquote>
      )
    case 'code':
      return <pre className="overflow-x-auto rounded-md bg-sunken px-2 py-1 text-sm">{node.value}</pre>
    case 'inlineCode':
      return <code className="rounded-sm bg-sunken px-1 text-sm">{node.value}</code>
    case 'strong':
      return <strong className="font-semibold">{each(node.children, text)}</strong>
    case 'emphasis':
      return <em>{each(node.children, text)}</em>
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr className="border-line" />
    case 'link':
      return <WebLink node={node} text={text} />
    case 'text':
      return node.value
    default:
      return sourceOf(node, text)
  }
}

/** What is shown as it was typed: HTML, pictures, references. */
function sourceOf({ position }: Nodes, text: string): string {
  return text.slice(position?.start.offset, position?.end.offset)
}

function WebLink({ node, text }: { readonly node: Link; readonly text: string }) {
  const [words, address] = [each(node.children, text), node.url]
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return words
  return (
    <>
      <a
        href={address}
        target="_blank"
        rel="noreferrer"
        tabIndex={-1}
        className="pointer-events-auto underline underline-offset-2"
      >
        {words}
      </a>
      {!saysItself(node, text) && <span className="text-ink-soft"> ({linkHost(address)})</span>}
    </>
  )
}

/** Whether the words of a link are its address. */
function saysItself(node: Link, text: string): boolean {
  const [first, last] = [node.children[0]?.position?.start.offset, node.children.at(-1)?.position?.end.offset]
  const words = text.slice(first, last)
  return node.url === words || node.url === `http://${words}`
}
