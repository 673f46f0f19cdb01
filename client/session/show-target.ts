import type { Target } from '../../shared/review/session.ts'
import { parseTarget } from '../../shared/review/target.ts'
import type { Panels } from './panels.tsx'

/**
 * Brings a thing into view and puts the keyboard there; facts and actions open beside the board.
 *
 * Says whether there was a place to show it in: in some phases the notes are nowhere on screen.
 */
export function showTarget(target: Target, panels: Panels): boolean {
  const parsed = parseTarget(target)
  if (parsed === null) return false
  const found = placeOf(target)
  if (found !== undefined) {
    if (!isCovered(found)) reveal(found)
    else {
      panels.close()
      // The drawer gives the keyboard back as it goes; this comes after.
      requestAnimationFrame(() => reveal(found))
    }
    return true
  }
  if (parsed.kind === 'event' || parsed.kind === 'cause') panels.open('incident', parsed.id)
  else if (parsed.kind === 'action') panels.open('actions', parsed.id)
  else return false
  return true
}

/** Where on the page a target is; undefined where it is nowhere, as in some phases. */
export function placeOf(target: Target): HTMLElement | undefined {
  const parsed = parseTarget(target)
  return shownAs(target) ?? (parsed?.kind === 'note' ? noteCard(parsed.id) : undefined)
}

const mostFrames = 30

/** Reveals a target as soon as the page shows it: what opens comes a few frames later. Returns what gives it up. */
export function revealOnceShown(target: Target): () => void {
  let frames = 0
  let next = requestAnimationFrame(look)
  function look() {
    const found = shownAs(target)
    frames += 1
    if (found !== undefined) reveal(found)
    else if (frames < mostFrames) next = requestAnimationFrame(look)
  }
  return () => cancelAnimationFrame(next)
}

/** The part of the page that shows a target; within `root` where it may be shown twice. */
export function shownAs(target: Target, root: ParentNode = document): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>('[data-target]')].find((each) => each.dataset.target === target)
}

export function reveal(element: HTMLElement): void {
  element.scrollIntoView({ block: 'center', inline: 'nearest' })
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus({ preventScroll: true })
  element.animate?.([{ boxShadow: '0 0 0 3px var(--focus)' }, { boxShadow: '0 0 0 3px transparent' }], 1600)
}

function noteCard(id: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-note]')].find((each) => each.dataset.note === id)
}

/** On a phone a drawer lies over all of the page. */
function isCovered(element: HTMLElement): boolean {
  const drawer = document.querySelector('aside')
  return drawer !== null && !drawer.contains(element) && getComputedStyle(drawer).position === 'fixed'
}
