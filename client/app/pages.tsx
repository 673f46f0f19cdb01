import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Spinner } from '../ui/Spinner.tsx'
import { Wordmark } from './Wordmark.tsx'

/** A page that is nothing but one message: what happened, what is safe, what to do. */
export function MessagePage({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-136 flex-col justify-center gap-3 px-6 py-16">
      <div className="mb-2">
        <Wordmark isMarkOnly />
      </div>
      <h1 className="text-2xl font-semibold">{title}</h1>
      <div className="space-y-2 text-ink-soft">{children}</div>
      <div className="mt-3 flex flex-wrap gap-2">{action}</div>
    </main>
  )
}

export function Loading() {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <Spinner label="Opening" />
    </main>
  )
}

export function NoSuchPage() {
  return (
    <MessagePage title="There is nothing at this address" action={<HomeLink />}>
      <p>The link may have been cut short. Ask whoever sent it to copy it again.</p>
    </MessagePage>
  )
}

export function HomeLink() {
  return (
    <Link
      href="/"
      className="tap inline-flex min-h-9 items-center rounded-md border border-line-strong bg-surface px-3 font-medium hover:bg-sunken"
    >
      Go to your reviews
    </Link>
  )
}
