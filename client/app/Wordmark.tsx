import { Link } from 'wouter'

/** The mark: a look back around to the point. */
export function Mark({ className = 'size-6' }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <path
        d="M8.6 9.2A10.4 10.4 0 1 1 5.7 18"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M4 8.2l5 1.3 1.2-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="16" cy="16.4" r="3.4" className="fill-amber" />
    </svg>
  )
}

/** Leads home. */
export function Wordmark({ isMarkOnly = false }: { readonly isMarkOnly?: boolean }) {
  return (
    <Link
      href="/"
      aria-label="Hindsight, all reviews"
      className="tap inline-flex items-center gap-2 rounded-md text-lg font-semibold tracking-tight"
    >
      <Mark />
      {!isMarkOnly && <span>Hindsight</span>}
    </Link>
  )
}
