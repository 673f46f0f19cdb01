import { CSPProvider } from '@base-ui/react/csp-provider'
import { type ReactNode, Suspense, useEffect } from 'react'
import { Announcer } from './Announcer.tsx'
import { lazily } from './lazily.ts'
import { ShortcutsProvider } from './shortcuts.tsx'
import { TooltipLayer } from './TooltipLayer.tsx'
import { whenIdle } from './when-idle.ts'

const Toaster = lazily(async () => (await import('./Toaster.tsx')).Toaster)

/** Fetched once the page has nothing else to do, so that the first menu opens at once. */
const popups = [
  () => import('./MenuPopup.tsx'),
  () => import('./PopoverPopup.tsx'),
  () => import('./DialogPopup.tsx'),
  () => import('./AlertDialogPopup.tsx'),
]

/** What the kit needs around the page: no inline styles under our policy, one live region, one place for toasts. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    whenIdle(() => {
      // What does not arrive now is fetched again when it is opened.
      for (const load of popups) load().catch(() => undefined)
    })
  }, [])

  return (
    <CSPProvider disableStyleElements>
      <ShortcutsProvider>
        {children}
        <Suspense>
          <Toaster />
        </Suspense>
        <TooltipLayer />
        <Announcer />
      </ShortcutsProvider>
    </CSPProvider>
  )
}
