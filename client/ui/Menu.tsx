import { type ReactNode, type RefObject, useRef, useState } from 'react'
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
  readonly hint?: string | undefined
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

/** What a popup that belongs to a button is told. */
export interface Opened {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly anchor: RefObject<HTMLElement | null>
}

const MenuPopup = whenOpen(async () => (await import('./MenuPopup.tsx')).MenuPopup)

export function Menu({ trigger, items, align = 'end', header }: MenuProps) {
  return (
    <MenuTrigger trigger={trigger}>
      {(opened) => <MenuPopup {...opened} items={items} align={align} header={header} />}
    </MenuTrigger>
  )
}

/** The button of a menu whose items are fetched with its popup. */
export function MenuTrigger({
  trigger,
  children,
}: {
  readonly trigger: TriggerElement
  readonly children: (opened: Opened) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLElement>(null)
  const ref = useTriggerRef(trigger, anchor)
  return (
    <>
      {popupTrigger(trigger, { kind: 'menu', open, ref, onToggle: () => setOpen(!open), opensOnArrow: true })}
      {children({ open, onOpenChange: setOpen, anchor })}
    </>
  )
}
