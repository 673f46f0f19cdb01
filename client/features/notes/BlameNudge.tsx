import { Suspense } from 'react'
import { Thought } from './later.ts'

/** Shown to whoever types, and to nobody else: it is worked out here and sent nowhere. It never keeps a note back. */
export function BlameNudge({ text }: { readonly text: string }) {
  return (
    <div role="status" aria-label="A thought on the wording">
      <Suspense>{text.trim() !== '' && <Thought text={text} />}</Suspense>
    </div>
  )
}
