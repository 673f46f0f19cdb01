import { type ReactNode, useRef, useState } from 'react'
import { popupTrigger, type TriggerElement, useTriggerRef } from './popup-trigger.ts'
import { whenOpen } from './when-open.tsx'

export interface PopoverProps {
  readonly trigger: TriggerElement
  /** Named for a screen reader; shown unless `quietTitle`. */
  readonly title: string
  readonly quietTitle?: boolean
  readonly align?: 'start' | 'center' | 'end'
  /** Left out: it opens and closes by itself. */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly children: ReactNode
}

const PopoverPopup = whenOpen(async () => (await import('./PopoverPopup.tsx')).PopoverPopup)

export function Popover({ trigger, open: wanted, onOpenChange, align = 'end', ...rest }: PopoverProps) {
  const [own, setOwn] = useState(false)
  const open = wanted ?? own
  const setOpen = (next: boolean) => {
    setOwn(next)
    onOpenChange?.(next)
  }
  const anchor = useRef<HTMLElement>(null)
  const ref = useTriggerRef(trigger, anchor)
  return (
    <>
      {popupTrigger(trigger, { kind: 'dialog', open, ref, onToggle: () => setOpen(!open) })}
      <PopoverPopup {...rest} open={open} onOpenChange={setOpen} anchor={anchor} align={align} />
    </>
  )
}
