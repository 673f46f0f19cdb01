import { CSPProvider } from '@base-ui/react/csp-provider'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { Announcer } from './Announcer.tsx'
import { lazily } from './lazily.ts'
import { loadAhead } from './load-ahead.ts'
import { ShortcutsProvider } from './shortcuts.tsx'
import { onFirstToast } from './toast.ts'

const Toaster = lazily(async () => (await import('./Toaster.tsx')).Toaster)

const TooltipLayer = lazily(
  async () => (await import('./TooltipLayer.tsx')).TooltipLayer,
  () => null,
)

/** So that the first menu opens at once. */
const popups = [
  () => import('./MenuPopup.tsx'),
  () => import('./PopoverPopup.tsx'),
  () => import('./DialogPopup.tsx'),
  () => import('./AlertDialogPopup.tsx'),
]

/** What the kit needs around the page: no inline styles under our policy, one live region, one place for toasts. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  useEffect(() => loadAhead(...popups), [])
  return (
    <CSPProvider disableStyleElements>
      <ShortcutsProvider>
        {children}
        <Toasts />
        <Tooltips />
        <Announcer />
      </ShortcutsProvider>
    </CSPProvider>
  )
}

/** There from the first toast on, or before it, so that a screen reader knows the place when something appears in it. */
function Toasts() {
  const [isThere, bring] = useState(false)
  useEffect(() => {
    loadAhead(async () => {
      await Toaster.preload()
      bring(true)
    })
    return onFirstToast(() => bring(true))
  }, [])
  if (!isThere) return null
  return (
    <Suspense>
      <Toaster />
    </Suspense>
  )
}

const pointing = ['pointerover', 'focusin'] as const

/** There once somebody points at something, or walks by keyboard; the layer itself looks for what it has missed. */
function Tooltips() {
  const [isThere, bring] = useState(false)
  useEffect(() => {
    const begin = () => bring(true)
    for (const sign of pointing) document.addEventListener(sign, begin, { once: true, passive: true })
    loadAhead(TooltipLayer.preload)
    return () => {
      for (const sign of pointing) document.removeEventListener(sign, begin)
    }
  }, [])
  if (!isThere) return null
  return (
    <Suspense>
      <TooltipLayer />
    </Suspense>
  )
}
