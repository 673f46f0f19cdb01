import type { Section } from '../../../shared/review/session.ts'
import { exampleFor } from './examples.ts'

/** What an empty section asks for, and one note as somebody might write it. */
export function EmptySection({ section }: { readonly section: Section }) {
  const example = exampleFor(section.id)
  return (
    <div className="px-1 pt-1 text-ink-soft">
      <ul className="space-y-2">
        {section.prompts.map((prompt) => (
          <li key={prompt} className="flex gap-2">
            <span aria-hidden="true" className="mt-2.5 size-1 shrink-0 rounded-full bg-hue" />
            {prompt}
          </li>
        ))}
      </ul>
      {example && (
        <p className="mt-4 rounded-lg border border-dashed border-hue-line px-3 py-2.5 text-ink-faint">
          <span className="block text-sm">For example</span>
          {example}
        </p>
      )}
    </div>
  )
}
