import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { classes } from './classes.ts'
import { Kbd } from './Kbd.tsx'

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
  /** A button that passes on its props and ref. */
  readonly trigger: ReactElement<Record<string, unknown>>
  readonly items: readonly (MenuItem | MenuDivider)[]
  readonly align?: 'start' | 'center' | 'end'
  /** Stands above the items. */
  readonly header?: ReactNode
}

export function Menu({ trigger, items, align = 'end', header }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className="floating max-h-(--available-height) max-w-[calc(100vw-1rem)] min-w-48 overflow-y-auto p-1">
            {header}
            {items.map((item, index) =>
              'divider' in item ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a divider is its place
                <Divider key={`divider-${index}`} heading={item.heading} />
              ) : (
                <Item key={item.label} item={item} />
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Item({ item }: { readonly item: MenuItem }) {
  return (
    <Base.Item
      disabled={item.disabled ?? false}
      onClick={item.onSelect}
      className={classes(
        'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 outline-none select-none pointer-coarse:min-h-11',
        'data-highlighted:bg-ink/7 data-disabled:cursor-default [&_svg]:size-4 [&_svg]:shrink-0',
        item.danger ? 'text-danger' : 'text-ink [&_svg]:text-ink-soft',
      )}
    >
      {item.icon}
      <span className={classes('min-w-0 flex-1', item.disabled && 'text-ink-faint')}>
        {item.label}
        {item.hint && <span className="block max-w-64 text-sm text-ink-soft">{item.hint}</span>}
      </span>
      {item.shortcut && <Kbd keys={item.shortcut} />}
    </Base.Item>
  )
}

function Divider({ heading }: { readonly heading: string | undefined }) {
  return heading === undefined ? (
    <hr className="mx-2 my-1 border-line" />
  ) : (
    <div className="px-2 pt-2 pb-1 text-sm text-ink-soft">{heading}</div>
  )
}
