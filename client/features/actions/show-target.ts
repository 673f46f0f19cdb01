import type { Target } from '../../../shared/review/session.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import type { Panels } from '../../session/panels.tsx'

/** Brings what an action came from into view and puts the keyboard there; facts open beside the board. */
export function showTarget(target: Target, panels: Panels): void {
  const parsed = parseTarget(target)
  if (parsed === null) return
  const selector = parsed.kind === 'note' ? `[data-note="${CSS.escape(parsed.id)}"]` : ''
  const found = find(`[data-target="${CSS.escape(target)}"]`) ?? (selector === '' ? null : find(selector))
  if (found !== null) reveal(found)
  else if (parsed.kind === 'event' || parsed.kind === 'cause') panels.open('incident', parsed.id)
}

export function reveal(element: HTMLElement): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus({ preventScroll: true })
}

function find(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector)
}
