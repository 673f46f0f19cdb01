import { CircleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from './Button.tsx'

/** Something went wrong: what happened, what is safe, what to do. */
export function ProblemNote({
  title,
  onTryAgain,
  children,
}: {
  readonly title: string
  /** Resolves once it is known how that went. */
  readonly onTryAgain?: () => Promise<void>
  readonly children?: ReactNode
}) {
  const [isTrying, setTrying] = useState(false)
  const tryAgain = async () => {
    setTrying(true)
    await onTryAgain?.()
    setTrying(false)
  }
  return (
    <div role="alert" className="flex gap-2.5 rounded-md border border-danger/30 bg-danger-soft px-3 py-2 text-danger">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div>
        <p className="font-medium">{title}</p>
        {children && <div className="text-sm text-ink">{children}</div>}
        {onTryAgain && (
          <Button size="sm" className="mt-2" busy={isTrying} onClick={() => void tryAgain()}>
            Try again
          </Button>
        )}
      </div>
    </div>
  )
}
