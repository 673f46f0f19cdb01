export interface ToastOptions {
  readonly title: string
  readonly description?: string
  readonly action?: { readonly label: string; readonly onClick: () => void }
  readonly tone?: 'neutral' | 'danger'
  /** How long it stays, in milliseconds; 0: until closed. Default 6 s, 10 s with an action. */
  readonly forMs?: number
  /** A second toast under the same id takes the first one's place. */
  readonly id?: string
}

export interface ToastOrder {
  readonly id: string
  /** Null: whatever is shown under this id goes. */
  readonly options: ToastOptions | null
}

let listener: ((order: ToastOrder) => void) | null = null
let waiting: readonly ToastOrder[] = []
let ask: (() => void) | null = null
let count = 0

/** Tells of something that happened, at the bottom edge. Never the only place where something important stands. */
export function toast(options: ToastOptions): string {
  count += 1
  const id = options.id ?? `toast-${count}`
  order({ id, options })
  return id
}

/** Takes back what was told under an id: it does not hold any more. */
export function closeToast(id: string): void {
  order({ id, options: null })
}

/** For the Toaster, whose code comes after the page: it is handed what was said before it was there. */
export function onToast(next: (order: ToastOrder) => void): () => void {
  listener = next
  for (const each of waiting) next(each)
  waiting = []
  return () => {
    listener = null
  }
}

/** Calls for a Toaster as soon as something waits for one. */
export function onFirstToast(bring: () => void): () => void {
  ask = bring
  if (waiting.length > 0) bring()
  return () => {
    ask = null
  }
}

function order(next: ToastOrder): void {
  if (listener === null) {
    if (next.options === null) return
    waiting = [...waiting, next]
    ask?.()
  } else listener(next)
}
