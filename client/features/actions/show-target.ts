import type { Target } from '../../../shared/review/session.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import type { Panels } from '../../session/panels.tsx'

/** Brings what an action came from into view and puts the keyboard there; facts open beside the board. */
export function showTarget(target: Target, panels: Panels): void {
  const parsed = parseTarget(target)
  if (parsed === null) return
  const found = shownAs(target) ?? (parsed.kind === 'note' ? noteCard(parsed.id) : undefined)
  if (found !== undefined) reveal(found)
  else if (parsed.kind === 'event' || parsed.kind === 'cause') panels.open('incident', parsed.id)
}

/** The part of the page that shows a target; within `root` where it may be shown twice. */
export function shownAs(target: Target, root: ParentNode = document): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>('[data-target]')].find((each) => each.dataset.target === target)
}

export function reveal(element: HTMLElement): void {
  element.scrollIntoView({ block: 'center' })
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus({ preventScroll: true })
}

function noteCard(id: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-note]')].find((each) => each.dataset.note === id)
}
