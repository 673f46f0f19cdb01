import { createContext, type MouseEvent, type ReactNode, useContext } from 'react'
import type { Target } from '../../../shared/review/session.ts'

/** Keeps the places of a report apart from those of the page that it stands on. */
export const PlacePrefix = createContext('')

/** What makes an element the place that links in the report lead to. */
export function usePlace(target: Target) {
  return {
    id: placeOf(useContext(PlacePrefix), target),
    tabIndex: -1,
    className: 'scroll-mt-20 rounded-sm focus:bg-amber-soft focus:outline-none print:bg-transparent',
  } as const
}

/** Words that lead to where something stands in the report. */
export function PlaceLink({ target, children }: { readonly target: Target; readonly children: ReactNode }) {
  const id = placeOf(useContext(PlacePrefix), target)
  return (
    <a
      href={`#${id}`}
      onClick={(event) => goTo(event, id)}
      className="underline decoration-line-strong underline-offset-2 hover:decoration-current"
    >
      {children}
    </a>
  )
}

/** Without the address of the page, of which the part behind the hash invites on a board. */
function goTo(event: MouseEvent, id: string): void {
  const place = document.getElementById(id)
  if (place === null || event.metaKey || event.ctrlKey) return
  event.preventDefault()
  place.scrollIntoView({ block: 'center' })
  place.focus({ preventScroll: true })
}

function placeOf(prefix: string, target: Target): string {
  return `${prefix}${target.replace(':', '-')}`
}
