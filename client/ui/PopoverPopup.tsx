import { Popover as Base } from '@base-ui/react/popover'
import { type RefObject, useRef } from 'react'
import type { PopoverProps } from './Popover.tsx'
import { hasKeyboard, isOnTrigger } from './popup-trigger.ts'

interface PopoverPopupProps extends Omit<PopoverProps, 'trigger' | 'open'> {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly anchor: RefObject<HTMLElement | null>
}

export function PopoverPopup({
  open,
  onOpenChange,
  anchor,
  title,
  quietTitle = false,
  align = 'end',
  children,
}: PopoverPopupProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { event }) => {
        if (next || !isOnTrigger(event, anchor)) onOpenChange(next)
      }}
    >
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={6} align={align} collisionPadding={8} className="z-50">
          <Base.Popup
            ref={popup}
            inert={!open}
            finalFocus={() => (hasKeyboard(popup) ? anchor.current : false)}
            className="floating max-h-(--available-height) max-w-[calc(100vw-1rem)] min-w-56 overflow-y-auto p-4"
          >
            <Base.Title className={quietTitle ? 'sr-only' : 'mb-2 font-semibold'}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
