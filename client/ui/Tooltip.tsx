import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { Kbd } from './Kbd.tsx'

/** Names what it wraps on hover and keyboard focus. The wrapped control must carry the same accessible name itself. */
export function Tooltip({
  label,
  shortcut,
  children,
}: {
  readonly label: string
  readonly shortcut?: string
  readonly children: ReactElement<Record<string, unknown>>
}) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="z-60">
          <Base.Popup className="floating flex items-center gap-2 rounded-md! bg-ink! px-2 py-1 text-sm text-paper border-transparent!">
            {label}
            {shortcut && <Kbd keys={shortcut} onInk />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** Neighbouring tooltips follow at once after the first. */
export const TooltipGroup = Base.Provider
