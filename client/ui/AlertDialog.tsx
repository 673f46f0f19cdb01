import { AlertDialog as Base } from '@base-ui/react/alert-dialog'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'

export interface AlertDialogProps {
  readonly title: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** What will happen, and what is safe. */
  readonly description: ReactNode
  /** The verb that does it. */
  readonly confirm: string
  readonly cancel?: string
  readonly danger?: boolean
  readonly onConfirm: () => void
}

/** Asks before something that matters to others or can't be taken back. Closes only by an answer. */
export function AlertDialog({
  title,
  open,
  onOpenChange,
  description,
  confirm,
  cancel = 'Cancel',
  danger = false,
  onConfirm,
}: AlertDialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="scrim fixed inset-0 z-50" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center sm:items-center sm:p-6">
          <Base.Popup className="floating w-full rounded-b-none! p-5 sm:max-w-108 sm:rounded-b-lg!">
            <Base.Title className="text-lg font-semibold">{title}</Base.Title>
            <Base.Description render={<div />} className="mt-2 text-ink-soft">
              {description}
            </Base.Description>
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <Base.Close render={<Button>{cancel}</Button>} />
              <Base.Close
                render={
                  <Button variant={danger ? 'danger' : 'primary'} onClick={onConfirm}>
                    {confirm}
                  </Button>
                }
              />
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
