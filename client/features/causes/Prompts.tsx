import { ChevronRight, Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { type Category, causePrompts } from '../../../shared/incident/categories.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'

/** What is easily left out, as questions; each leads to a factor of its sort. */
export function Prompts({ onAdd }: { readonly onAdd: (category: Category) => void }) {
  const [shown, show] = useState<string | null>(null)
  const body = useId()
  const prompt = causePrompts.find(({ id }) => id === shown)
  return (
    <div className="mt-3 rounded-lg border border-dashed border-line-strong px-3 py-2">
      <p className="text-sm text-ink-soft">Easily left out:</p>
      <div className="-ml-1.5 flex flex-wrap gap-x-1">
        {causePrompts.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            aria-expanded={id === shown}
            aria-controls={body}
            onClick={() => show(id === shown ? null : id)}
            className="tap inline-flex min-h-8 items-center gap-0.5 rounded-md px-1.5 hover:bg-ink/7 aria-expanded:bg-ink/7"
          >
            <ChevronRight
              aria-hidden="true"
              className={classes('size-3.5 text-ink-soft transition-transform', id === shown && 'rotate-90')}
            />
            {title}
          </button>
        ))}
      </div>
      <div id={body} hidden={prompt === undefined}>
        {prompt && (
          <>
            <ul className="mt-1 list-disc space-y-1 pl-5 text-ink-soft">
              {prompt.questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
            <Button size="sm" icon={<Plus />} className="mt-2 mb-1" onClick={() => onAdd(prompt.category)}>
              Add a factor for it
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
