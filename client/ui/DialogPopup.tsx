import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import type { DialogProps } from './Dialog.tsx'
import { hasKeyboard } from './popup-trigger.ts'

const widths = { sm: 'sm:max-w-104', md: 'sm:max-w-136', lg: 'sm:max-w-184', xl: 'sm:max-w-288' } as const

export function DialogPopup({
  title,
  open,
  onClose,
  description,
  footer,
  size = 'md',
  givesFocusBack,
  children,
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim fixed inset-0 z-50" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center sm:items-center sm:p-6">
          <Base.Popup
            ref={popup}
            inert={!open}
            initialFocus={(type) => (type === 'touch' ? popup.current : firstToFill(popup.current))}
            finalFocus={() => hasKeyboard(popup) && (givesFocusBack?.() ?? true)}
            className={classes(
              'floating flex max-h-[92dvh] w-full flex-col rounded-b-none! sm:max-h-[86dvh] sm:rounded-b-lg!',
              widths[size],
            )}
          >
            <header className="flex items-start gap-4 px-5 pt-4 pb-3">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-lg font-semibold">{title}</Base.Title>
                {description && <Base.Description className="mt-1 text-ink-soft">{description}</Base.Description>}
              </div>
              <Base.Close render={<IconButton label="Close" icon={<X />} className="-mt-1 -mr-2" />} />
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
            {footer && (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

/** What one came to type in; else the dialog itself, so that it is read from its title on. */
function firstToFill(popup: HTMLElement | null): HTMLElement | null {
  const field = popup?.querySelector<HTMLElement>('input[type=text]:not([readonly]), textarea:not([readonly])')
  return field ?? popup
}
