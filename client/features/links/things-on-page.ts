import { kindOrder } from '../../../shared/review/links.ts'
import type { Target } from '../../../shared/review/session.ts'
import { parseTarget, target } from '../../../shared/review/target.ts'

/** What can be linked, as far as the page tells. */
export interface ThingOnPage {
  readonly id: Target
  readonly element: Element
}

/** What an element belongs to that can be linked; null for anything else. */
export function thingAt(element: Element): ThingOnPage | null {
  const shown = element.closest<HTMLElement>('[data-target], [data-note]')
  const { target: named, note } = shown?.dataset ?? {}
  const id = note !== undefined ? target('note', note) : named === undefined ? null : parseTarget(named)?.target
  return shown && id && kindOrder(id) >= 0 ? { id, element: shown } : null
}
