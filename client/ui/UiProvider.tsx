import { CSPProvider } from '@base-ui/react/csp-provider'
import { lazy, type ReactNode, Suspense } from 'react'
import { Announcer } from './Announcer.tsx'
import { ShortcutsProvider } from './shortcuts.tsx'
import { TooltipGroup } from './Tooltip.tsx'

const Toaster = lazy(async () => ({ default: (await import('./Toaster.tsx')).Toaster }))

/** What the kit needs around the page: no inline styles under our policy, one live region, one place for toasts. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <TooltipGroup delay={500}>
        <ShortcutsProvider>
          {children}
          <Suspense>
            <Toaster />
          </Suspense>
          <Announcer />
        </ShortcutsProvider>
      </TooltipGroup>
    </CSPProvider>
  )
}
