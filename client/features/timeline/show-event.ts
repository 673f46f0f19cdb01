/** Brings an event into view, and the keyboard to it: in the list that is nearest, where it is shown in several. */
export function showEvent(id: string, from: Element): void {
  const row = nearest(`[data-target="event:${id}"]`, from)
  row?.scrollIntoView({ block: 'center' })
  row?.focus({ preventScroll: true })
}

function nearest(selector: string, from: Element): HTMLElement | null {
  for (let around: Element | null = from; around !== null; around = around.parentElement) {
    const found = around.querySelector<HTMLElement>(selector)
    if (found !== null) return found
  }
  return null
}
