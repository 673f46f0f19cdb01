import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { classes } from './classes.ts'
import { onToast } from './toast.ts'

/** Where toasts appear. Mounted once, near the root. */
export function Toaster() {
  const [manager] = useState(() => Toast.createToastManager())

  useEffect(
    () =>
      onToast((order) => {
        if (order.options === null) return manager.close(order.id)
        const { title, description, action, tone = 'neutral', forMs } = order.options
        manager.add({
          id: order.id,
          title,
          description,
          type: tone,
          timeout: forMs ?? (action ? 10_000 : 6000),
          priority: tone === 'danger' ? 'high' : 'low',
          actionProps: action && {
            children: action.label,
            onClick: () => {
              manager.close(order.id)
              action.onClick()
            },
          },
        })
      }),
    [manager],
  )

  return (
    <Toast.Provider toastManager={manager} limit={2}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label="Notifications"
          className="fixed inset-x-3 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-70 mx-auto flex flex-col-reverse gap-2 max-sm:bottom-34 max-sm:in-[body:has(.scrim)]:top-3 max-sm:in-[body:has(.scrim)]:bottom-auto sm:right-4 sm:left-auto sm:w-88"
        >
          <Shown />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Shown() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((each) => (
    <Toast.Root
      key={each.id}
      toast={each}
      swipeDirection={['right', 'down']}
      className={classes(
        'floating flex items-center gap-3 bg-ink! py-2 pr-2 pl-4 text-paper data-limited:hidden',
        each.type === 'danger' ? 'border-danger!' : 'border-transparent!',
      )}
    >
      {/* A long action goes below the words, instead of pressing them together. */}
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
        <Toast.Content className="min-w-0 flex-1 basis-44 wrap-anywhere">
          <Toast.Title className="font-medium" />
          <Toast.Description className="text-sm opacity-85" />
        </Toast.Content>
        {each.actionProps && (
          <Toast.Action className="tap -mx-2.5 shrink-0 rounded-md px-2.5 py-1.5 font-semibold underline decoration-1 underline-offset-4 hover:bg-paper/15 focus-visible:outline-paper" />
        )}
      </div>
      <Toast.Close
        aria-label="Dismiss"
        className="tap inline-flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-paper/15 focus-visible:outline-paper [&_svg]:size-4"
      >
        <X />
      </Toast.Close>
    </Toast.Root>
  ))
}
