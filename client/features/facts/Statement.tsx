import { Activity, Target } from 'lucide-react'
import type { ReactNode } from 'react'
import { Prose } from './Prose.tsx'

/**
 * What was seen, apart from what made it possible: the two are easily taken for each other.
 *
 * The one place where they are written; `isAsked`: somebody was led here to do so.
 */
export function Statement({ isAsked = false }: { readonly isAsked?: boolean }) {
  return (
    <div className="grid gap-3 @2xl:grid-cols-2">
      <Said
        icon={<Activity aria-hidden="true" />}
        hint="What could be seen. Where only these are mended, they come back."
      >
        <Prose
          field="symptoms"
          label="Symptoms"
          prompt="Errors, delays, wrong results: what users and dashboards saw"
        />
      </Said>
      <Said icon={<Target aria-hidden="true" />} hint="What underneath made it possible, in one clear sentence.">
        <Prose
          field="rootCause"
          label="Root cause"
          prompt="What in the system made this possible"
          autoFocus={isAsked}
        />
      </Said>
    </div>
  )
}

function Said({
  icon,
  hint,
  children,
}: {
  readonly icon: ReactNode
  readonly hint: string
  readonly children: ReactNode
}) {
  return (
    <section className="rounded-lg border border-line bg-surface p-3">
      {children}
      <p className="mt-1 flex items-start gap-1.5 text-sm text-ink-soft [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
        {icon}
        {hint}
      </p>
    </section>
  )
}
