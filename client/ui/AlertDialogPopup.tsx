import { AlertDialog as Base } from '@base-ui/react/alert-dialog'
import type { AlertDialogProps } from './AlertDialog.tsx'
import { Button } from './Button.tsx'

export function AlertDialogPopup({
  title,
  open,
  onClose,
  description,
  confirm,
  cancel = 'Cancel',
  danger = false,
  onConfirm,
}: AlertDialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim fixed inset-0 z-50" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center sm:items-center sm:p-6">
          <Base.Popup
            inert={!open} // one answer is enough, however often it is given until this is gone
            className="floating w-full rounded-b-none! p-5 sm:max-w-108 sm:rounded-b-lg!"
          >
            <Base.Title className="text-lg font-semibold">{title}</Base.Title>
            <Base.Description render={<div />} className="mt-2 text-ink-soft">
              {description}
            </Base.Description>
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <Base.Close render={<Button>{cancel}</Button>} />
              <Base.Close
                render={
                  <Button variant={danger ? 'danger' : 'primary'} onClick={() => open && onConfirm()}>
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
