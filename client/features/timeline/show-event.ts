/** Brings an event of the list into view, and the keyboard to it. */
export function showEvent(id: string): void {
  const rows = [...document.querySelectorAll<HTMLElement>(`[data-target="event:${CSS.escape(id)}"]`)]
  const row = rows.find((each) => each.checkVisibility())
  row?.scrollIntoView({ block: 'center' })
  row?.focus({ preventScroll: true })
}
