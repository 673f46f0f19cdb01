import { ArrowRight } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { CreateBoard, Problem } from '../../../shared/api/boards.ts'
import { type ExampleListing, examples } from '../../../shared/incident/examples.ts'
import { lazily } from '../../ui/lazily.ts'

const OpenExample = lazily(async () => (await import('./OpenExample.tsx')).OpenExample)

/** Four incidents that their owners wrote up in public: the quickest way to see what a review is like. */
export function ExampleList({ onStart }: { readonly onStart: (board: CreateBoard) => Promise<Problem | null> }) {
  const [chosen, setChosen] = useState<ExampleListing | null>(null)
  return (
    <section aria-labelledby="examples">
      <h2 id="examples" className="text-lg font-semibold">
        Try a real incident
      </h2>
      <p className="mt-1 text-ink-soft">Opens a board with the facts of a published review filled in.</p>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {examples.map((example) => (
          <li key={example.slug}>
            <button
              type="button"
              onClick={() => setChosen(example)}
              className="group -mx-2 flex w-[calc(100%+1rem)] items-start gap-3 rounded-md px-2 py-3 text-left hover:bg-ink/5"
            >
              <span className="min-w-0 flex-1">
                <span className="block text-sm text-ink-soft">
                  {example.organisation} · {dateOf(example.date)}
                </span>
                <span className="mt-0.5 block font-medium">{example.title}</span>
                <span className="mt-0.5 block text-sm text-ink-soft">{example.summary}</span>
              </span>
              <ArrowRight
                aria-hidden="true"
                className="mt-6 size-4 shrink-0 text-ink-faint transition-transform group-hover:translate-x-0.5 group-hover:text-ink"
              />
            </button>
          </li>
        ))}
      </ul>
      {chosen && (
        <Suspense>
          <OpenExample example={chosen} onClose={() => setChosen(null)} onStart={onStart} />
        </Suspense>
      )}
    </section>
  )
}

function dateOf(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
