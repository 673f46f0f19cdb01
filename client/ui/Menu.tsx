import { type ReactNode, useRef, useState } from 'react'
import { popupTrigger, type TriggerElement, useTriggerRef } from './popup-trigger.ts'
import { whenOpen } from './when-open.tsx'

export interface MenuItem {
  readonly label: string
  readonly icon?: ReactNode
  readonly shortcut?: string
  readonly onSelect: () => void
  readonly disabled?: boolean
  readonly danger?: boolean
  /** A line that says more; for a disabled item: why. */
  readonly hint?: string
}

/** A line between groups of items, with a heading if it names the group that follows. */
export interface MenuDivider {
  readonly divider: true
  readonly heading?: string
}

export interface MenuProps {
  readonly trigger: TriggerElement
  readonly items: readonly (MenuItem | MenuDivider)[]
  readonly align?: 'start' | 'center' | 'end'
  /** Stands above the items. */
  readonly header?: ReactNode
}

const MenuPopup = whenOpen(async () => (await import('./MenuPopup.tsx')).MenuPopup)

export function Menu({ trigger, items, align = 'end', header }: MenuProps) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLElement>(null)
  const ref = useTriggerRef(trigger, anchor)
  return (
    <>
      {popupTrigger(trigger, { kind: 'menu', open, ref, onToggle: () => setOpen(!open), opensOnArrow: true })}
      <MenuPopup open={open} onOpenChange={setOpen} anchor={anchor} items={items} align={align} header={header} />
    </>
  )
}
