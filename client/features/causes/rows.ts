// The rows of the tree are found in the page: the order that a person sees is the order that the arrows follow.

export function rowOf(tree: HTMLElement | null, id: string): HTMLElement | null {
  return rowsIn(tree).find((row) => row.dataset.why === id) ?? null
}

export function rowBeside(row: HTMLElement | null, step: 1 | -1): HTMLElement | null {
  if (row === null) return null
  const rows = rowsIn(row.parentElement)
  return rows[rows.indexOf(row) + step] ?? null
}

export function textIn(row: HTMLElement | null): HTMLTextAreaElement | null {
  return row?.querySelector('textarea') ?? null
}

/** Whether a text takes one line on screen. */
export function isOnOneLine(field: HTMLTextAreaElement): boolean {
  const style = getComputedStyle(field)
  const lines = field.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom)
  return lines < 1.5 * Number.parseFloat(style.lineHeight)
}

export function caretFromEnd(field: HTMLTextAreaElement): number {
  return field.value.length - field.selectionEnd
}

function rowsIn(tree: HTMLElement | null): readonly HTMLElement[] {
  return [...(tree?.querySelectorAll<HTMLElement>('[data-why]') ?? [])]
}
