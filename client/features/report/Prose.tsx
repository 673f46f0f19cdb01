import { Fragment } from 'react'
import { proseBlocks } from '../../../shared/report/prose.ts'

/** What somebody wrote, as paragraphs and lists: the same in every form of the report. */
export function Prose({ text }: { readonly text: string }) {
  const blocks = proseBlocks(text)
  if (blocks.length === 0) return null
  return (
    <div className="space-y-2 wrap-anywhere">
      {blocks.map((block, index) =>
        block.kind === 'list' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
          <ul key={index} className="list-disc space-y-1 pl-5">
            {block.items.map((item, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
              <li key={at}>{item}</li>
            ))}
          </ul>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
          <p key={index}>
            {block.lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
              <Fragment key={at}>
                {at > 0 && <br />}
                {line}
              </Fragment>
            ))}
          </p>
        ),
      )}
    </div>
  )
}
