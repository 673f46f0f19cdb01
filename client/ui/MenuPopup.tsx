import { Menu as Base } from '@base-ui/react/menu'
import { type ReactNode, useRef } from 'react'
import { classes } from './classes.ts'
import { Kbd } from './Kbd.tsx'
import type { MenuDivider, MenuItem, MenuProps, Opened } from './Menu.tsx'
import { hasKeyboard, isOnTrigger } from './popup-trigger.ts'

interface MenuPopupProps extends Opened, Pick<MenuProps, 'items' | 'align'> {
  readonly header?: ReactNode
}

export function MenuPopup({ open, onOpenChange, anchor, items, align = 'end', header }: MenuPopupProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { event }) => {
        if (next || !isOnTrigger(event, anchor)) onOpenChange(next)
      }}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          sideOffset={6}
          align={align}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Base.Popup
            ref={popup}
            inert={!open}
            tabIndex={0} // a long one scrolls on a phone, also before any of its items has the keyboard
            finalFocus={() => (hasKeyboard(popup) ? anchor.current : false)}
            className="floating max-h-(--available-height) max-w-[calc(100vw-1rem)] min-w-48 overflow-y-auto p-1"
          >
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
        'data-disabled:cursor-default data-highlighted:bg-ink/7 [&_svg]:size-4 [&_svg]:shrink-0',
        item.danger ? 'text-danger' : 'text-ink [&_svg]:text-ink-soft',
      )}
    >
      {item.icon}
      <span className={classes('min-w-0 flex-1', item.disabled && 'text-ink-faint')}>
        {item.label}
        {item.hint && <span className="block max-w-64 text-sm text-ink-soft">{item.hint}</span>}
      </span>
      {item.shortcut && (
        <span className="pointer-coarse:hidden">
          <Kbd keys={item.shortcut} />
        </span>
      )}
    </Base.Item>
  )
}

function Divider({ heading }: { readonly heading: MenuDivider['heading'] }) {
  return heading === undefined ? (
    <hr className="mx-2 my-1 border-line" />
  ) : (
    <div className="px-2 pt-2 pb-1 text-sm text-ink-soft">{heading}</div>
  )
}
