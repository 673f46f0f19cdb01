import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

export interface PopoverProps {
  readonly trigger: ReactElement<Record<string, unknown>>
  /** Named for a screen reader; shown unless `quietTitle`. */
  readonly title: string
  readonly quietTitle?: boolean
  readonly align?: 'start' | 'center' | 'end'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly children: ReactNode
}

export function Popover({ trigger, title, quietTitle = false, align = 'end', children, ...rest }: PopoverProps) {
  return (
    <Base.Root {...rest}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} collisionPadding={8} className="z-50">
          <Base.Popup className="floating max-h-(--available-height) max-w-[calc(100vw-1rem)] min-w-56 overflow-y-auto p-4">
            <Base.Title className={quietTitle ? 'sr-only' : 'mb-2 font-semibold'}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
