import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './Button.tsx'
import { hasKeyboard } from './popup-trigger.ts'

export interface DrawerProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A panel beside the page, which stays in use: nothing is covered on a wide screen, all of it on a phone.
 *
 * Opening moves the focus in, Escape and closing move it back to where it was.
 */
export function Drawer({ title, open, onClose, children }: DrawerProps) {
  const heading = useId()
  const panel = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)

  useEffect(() => {
    if (!open) return
    cameFrom.current = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      if (hasKeyboard(panel) && cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true })
    }
  }, [open])

  if (!open) return null
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
      className="fixed inset-0 z-40 flex flex-col bg-surface focus-visible:outline-none lg:static lg:z-0 lg:w-120 lg:shrink-0 lg:border-l lg:border-line 2xl:w-136"
    >
      <header className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
        <h2 id={heading} className="flex-1 text-lg font-semibold">
          {title}
        </h2>
        <IconButton label="Close panel" icon={<X />} onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
    </aside>
  )
}
