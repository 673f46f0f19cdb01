import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** Something went wrong: what happened, what is safe, what to do. */
export function ProblemNote({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div role="alert" className="flex gap-2.5 rounded-md border border-danger/30 bg-danger-soft px-3 py-2 text-danger">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div>
        <p className="font-medium">{title}</p>
        {children && <div className="text-sm text-ink">{children}</div>}
      </div>
    </div>
  )
}
