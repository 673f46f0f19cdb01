import { Fragment, type ReactNode } from 'react'
import type { LightBlock, LightWords } from '../../shared/report/light-markdown.ts'

/** What may lie behind the words it is drawn over, which then take the keyboard. */
interface Drawn {
  readonly isOverlaid?: boolean
}

interface LightMarkdownProps extends Drawn {
  readonly blocks: readonly LightBlock[]
}

/**
 * A text of the record as it was meant, in elements.
 *
 * @remarks
 * Nothing of it is ever read as markup: HTML in it is shown as it was typed, and a link says where it leads.
 * [INJECT6] [INJECT7]
 */
export function LightMarkdown({ blocks, isOverlaid = false }: LightMarkdownProps) {
  return <div className="space-y-2 wrap-anywhere">{each(blocks, (block) => drawn(block, isOverlaid))}</div>
}

function each<T>(all: readonly T[], draw: (one: T) => ReactNode): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a piece of text is its place
  return all.map((one, index) => <Fragment key={index}>{draw(one)}</Fragment>)
}

function drawn(block: LightBlock, isOverlaid: boolean): ReactNode {
  const inside = (blocks: readonly LightBlock[]) => each(blocks, (one) => drawn(one, isOverlaid))
  switch (block.kind) {
    case 'paragraph':
      return <p>{phrase(block.children, isOverlaid)}</p>
    case 'quote':
      return (
        <blockquote className="border-l-2 border-line-strong pl-3 text-ink-soft">{inside(block.children)}</blockquote>
      )
    case 'code':
      return <pre className="overflow-x-auto rounded-md bg-sunken px-2 py-1 text-sm">{block.text}</pre>
    case 'rule':
      return <hr className="border-line" />
    case 'list': {
      const items = each(block.items, (item) => <li>{inside(item)}</li>)
      return block.start === null ? (
        <ul className="list-disc space-y-0.5 pl-5">{items}</ul>
      ) : (
        <ol start={block.start === 1 ? undefined : block.start} className="list-decimal space-y-0.5 pl-5">
          {items}
        </ol>
      )
    }
  }
}

function phrase(all: readonly LightWords[], isOverlaid: boolean): ReactNode {
  return each(all, (words) => drawnWords(words, isOverlaid))
}

function drawnWords(words: LightWords, isOverlaid: boolean): ReactNode {
  switch (words.kind) {
    case 'words':
      return words.text
    case 'break':
      return <br />
    case 'code':
      return <code className="rounded-sm bg-sunken px-1 text-sm">{words.text}</code>
    case 'strong':
      return <strong className="font-semibold">{phrase(words.children, isOverlaid)}</strong>
    case 'emphasis':
      return <em>{phrase(words.children, isOverlaid)}</em>
    case 'link':
      return (
        <a
          href={words.address}
          target="_blank"
          rel="noreferrer nofollow"
          tabIndex={isOverlaid ? -1 : undefined}
          className={`underline underline-offset-2 ${isOverlaid ? 'pointer-events-auto' : ''}`}
        >
          {phrase(words.children, isOverlaid)}
        </a>
      )
  }
}
