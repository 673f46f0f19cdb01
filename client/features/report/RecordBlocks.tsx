import { Square, SquareCheck } from 'lucide-react'
import { lightMarkdown } from '../../../shared/report/light-markdown.ts'
import type { ReportBlock, ReportItem, ReportRow } from '../../../shared/report/record-blocks.ts'
import { LightMarkdown } from '../../session/LightMarkdown.tsx'
import { classes } from '../../ui/classes.ts'
import { linkHost } from '../../ui/link-host.ts'
import { Prose } from './Prose.tsx'

/** What the record says, block by block. */
export function RecordBlocks({ blocks }: { readonly blocks: readonly ReportBlock[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
    <Block key={index} block={block} />
  ))
}

function Block({ block }: { readonly block: ReportBlock }) {
  if (block.kind === 'line') return <p>{block.text}</p>
  return (
    <div>
      {block.title !== null && <h3 className="mb-1 font-semibold print:break-after-avoid">{block.title}</h3>}
      {block.kind === 'prose' && <LightMarkdown blocks={lightMarkdown(block.text)} />}
      {block.kind === 'rows' && <Rows rows={block.rows} />}
      {block.kind === 'items' && (
        <ul className="list-disc space-y-1 pl-5">
          {block.items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      )}
    </div>
  )
}

/** Labels beside what they name. */
function Rows({ rows }: { readonly rows: readonly ReportRow[] }) {
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-5 gap-y-1 max-sm:grid-cols-1 max-sm:gap-y-0">
      {rows.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-ink-soft">{label}</dt>
          <dd className="wrap-anywhere max-sm:mb-1.5">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Item({ item: { name, aside, text, link, done } }: { readonly item: ReportItem }) {
  const Tick = done ? SquareCheck : Square
  return (
    <li
      className={classes(
        'break-inside-avoid wrap-anywhere marker:text-ink-faint',
        done !== undefined && 'list-none [&>svg]:-ml-5 [&>svg]:mr-1.5',
      )}
    >
      {done !== undefined && <Tick aria-hidden="true" className="inline size-3.5 align-[-0.125em] text-ink-soft" />}
      <span className="font-medium">{name}</span>
      <span className="text-ink-soft">
        {aside}
        {done !== undefined && ` (${done ? 'done' : 'open'})`}
      </span>
      {link !== null && (
        <a href={link} rel="noreferrer" className="ml-2 text-sm underline underline-offset-2">
          {linkHost(link)}
        </a>
      )}
      <Prose text={text} />
    </li>
  )
}
