import type { ReactNode } from 'react'

/** A bar across the page about something amiss: what happened, what is safe, what to do. */
export function NoticeBar({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-amber/30 bg-amber-soft px-4 py-2 text-amber"
    >
      <p className="min-w-0 flex-1 basis-64 text-pretty">{children}</p>
      {action}
    </div>
  )
}
