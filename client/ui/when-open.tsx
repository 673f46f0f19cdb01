import { type ComponentType, Suspense, useState } from 'react'
import { lazily } from './lazily.ts'
import { NotArrived } from './NotArrived.tsx'

interface Opens {
  readonly open: boolean
  /** Dialogs say that they close, and what else floats also that it opens. */
  readonly onClose?: () => void
  readonly onOpenChange?: (open: boolean) => void
}

/**
 * A part whose code is fetched when it first opens, and which stays from then on.
 *
 * @remarks
 * Popups are most of the kit's weight, and a board has hundreds of buttons that could open one: until then each costs
 * nothing but its button.
 */
export function whenOpen<Props extends Opens>(load: () => Promise<ComponentType<Props>>) {
  const Part = lazily(load, ({ open, onClose, onOpenChange }, tryAgain) =>
    open ? <NotArrived tryAgain={tryAgain} onClose={() => (onClose ? onClose() : onOpenChange?.(false))} /> : null,
  )
  function WhenOpen(props: Props) {
    const [isUsed, setUsed] = useState(props.open)
    if (props.open && !isUsed) setUsed(true)
    if (!isUsed) return null
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    )
  }
  return Object.assign(WhenOpen, { preload: Part.preload })
}
