import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { classes } from '../../ui/classes.ts'

/** A part that can be folded away. Follows `isOpen` until somebody decides otherwise. */
export function Fold({
  title,
  hint,
  isOpen,
  children,
}: {
  readonly title: string
  readonly hint: string | null
  readonly isOpen: boolean
  readonly children: ReactNode
}) {
  const [chosen, choose] = useState<boolean | null>(null)
  const body = useId()
  const shown = chosen ?? isOpen
  return (
    <section>
      <h3>
        <button
          type="button"
          aria-expanded={shown}
          aria-controls={body}
          onClick={() => choose(!shown)}
          className="tap -ml-1 inline-flex min-h-9 items-center gap-1 rounded-md pr-2 font-medium hover:bg-ink/5"
        >
          <ChevronRight aria-hidden="true" className={classes('size-4 transition-transform', shown && 'rotate-90')} />
          {title}
        </button>
      </h3>
      {!shown && hint !== null && <p className="text-sm text-ink-soft">{hint}</p>}
      <div id={body} hidden={!shown} className="pt-1">
        {shown && children}
      </div>
    </section>
  )
}
