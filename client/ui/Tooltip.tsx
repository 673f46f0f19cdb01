import { cloneElement, type ReactElement } from 'react'

/**
 * Names what it wraps on hover and keyboard focus. The wrapped control must carry the same accessible name itself.
 *
 * @remarks
 * Only marks the element: one layer for the whole page shows the words, so that a thousand buttons cost no more than one.
 */
export function Tooltip({
  label,
  shortcut,
  children,
}: {
  readonly label: string
  readonly shortcut?: string
  readonly children: ReactElement<Record<string, unknown>>
}) {
  return cloneElement(children, tip(label, shortcut))
}

/** The attributes by which the layer knows what to show. */
export function tip(label: string, shortcut?: string): Readonly<Record<string, string | undefined>> {
  return { 'data-tip': label, 'data-tip-keys': shortcut }
}
