/** Cards are found in the page by their id: focus is the page's own state, no other copy of it is kept. */
const cards = '[data-note]'

export function focusedNote(): string | null {
  const card = document.activeElement?.closest<HTMLElement>(cards)
  return card?.dataset.note ?? null
}

/** Puts the keyboard on a note once it is on screen; only ever after something its person did. */
export function focusNote(id: string): void {
  requestAnimationFrame(() => find(`[data-note="${id}"]`)?.focus())
}

/** Puts the keyboard on the first note of a theme whose naming is done. */
export function focusTheme(id: string): void {
  requestAnimationFrame(() => find(`[data-column="${id}"] ${cards}`)?.focus())
}

/**
 * Where the keyboard belongs once a note has gone from where it is now, to be called then: on its neighbour, else in its
 * column, so that it isn't thrown to the top of the page.
 */
export function keyboardAfter(id: string): () => void {
  const card = find(`[data-note="${id}"]`)
  const column = card?.closest('[data-column]')
  const all = column ? cardsIn(column) : []
  const at = card ? all.indexOf(card) : -1
  const next = (all[at + 1] ?? all[at - 1])?.dataset.note
  if (next !== undefined) return () => focusNote(next)
  return () => requestAnimationFrame(() => column?.querySelector<HTMLElement>('button, textarea')?.focus())
}

/**
 * Where an arrow key leads from a card: up and down within its column, left and right to the card beside it.
 */
export function cardBeside(card: HTMLElement, key: string): HTMLElement | null {
  const column = card.closest<HTMLElement>('[data-column]')
  if (column === null) return null
  const all = cardsIn(column)
  const at = all.indexOf(card)
  if (key === 'ArrowDown') return all[at + 1] ?? null
  if (key === 'ArrowUp') return all[at - 1] ?? null
  if (key === 'Home') return all[0] ?? null
  if (key === 'End') return all.at(-1) ?? null
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null

  const columns = [...document.querySelectorAll<HTMLElement>('[data-column]')].filter(
    (each) => each === column || cardsIn(each).length > 0,
  )
  const next = columns[columns.indexOf(column) + (key === 'ArrowRight' ? 1 : -1)]
  if (next === undefined) return null
  const others = cardsIn(next)
  return others[Math.min(at, others.length - 1)] ?? null
}

function cardsIn(column: Element): readonly HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>(cards)]
}

function find(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector)
}

/** The composer of the column that has the keyboard, else the first one that is in sight. */
export function focusComposer(): void {
  const column = document.activeElement?.closest('[data-column]') ?? document
  const composers = [...column.querySelectorAll<HTMLTextAreaElement>('textarea[data-composer]')]
  const inSight = composers.find((each) => each.getBoundingClientRect().left >= 0) ?? composers[0]
  inSight?.focus()
}
