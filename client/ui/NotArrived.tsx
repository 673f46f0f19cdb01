import { RotateCw, X } from 'lucide-react'
import { Button, IconButton } from './Button.tsx'
import { classes } from './classes.ts'

/** Where a part of the page should be whose code did not arrive. With `onClose` it floats over the page. */
export function NotArrived({
  tryAgain,
  onClose,
}: {
  readonly tryAgain: () => void
  readonly onClose?: (() => void) | undefined
}) {
  return (
    <div
      role="alert"
      className={classes(
        'flex flex-col gap-2',
        onClose
          ? 'floating fixed inset-x-3 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-70 mx-auto max-w-112 p-4'
          : 'mx-auto max-w-112 p-6',
      )}
    >
      <div className="flex items-start gap-2">
        <p className="flex-1 font-semibold">This part of the page did not arrive</p>
        {onClose && <IconButton size="sm" label="Close" icon={<X />} onClick={onClose} className="-mt-1 -mr-1" />}
      </div>
      <p className="text-ink-soft">
        The connection is gone, or the server was updated while this page was open. What you have written is kept.
      </p>
      <div className="mt-1 flex flex-wrap gap-2">
        <Button variant="primary" icon={<RotateCw />} onClick={() => window.location.reload()}>
          Reload the page
        </Button>
        <Button onClick={tryAgain}>Try again</Button>
      </div>
    </div>
  )
}
