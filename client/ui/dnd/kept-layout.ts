import type { Layout } from './place.ts'
import type { Registry } from './registry.ts'

/** For how long what was measured holds while nothing is known to have moved: others' words make notes taller. */
const holdsMs = 250

/** Where everything lies while something is dragged, so that a pointer that moves reads nothing from the page. */
export interface KeptLayout {
  readonly get: () => Layout
  /** Things lie elsewhere now; what is given only says when. */
  forget(since?: unknown): void
  /** Follows what scrolls, until it is closed. */
  open(): void
  close(): void
}

export function keptLayout(registry: Registry): KeptLayout {
  let kept: { readonly layout: Layout; readonly at: number } | null = null
  const forget = () => {
    kept = null
  }
  const signs = ['scroll', 'resize'] as const
  return {
    get() {
      const now = performance.now()
      if (kept === null || now - kept.at > holdsMs) kept = { layout: registry.measure(), at: now }
      return kept.layout
    },
    forget,
    open() {
      forget()
      for (const sign of signs) window.addEventListener(sign, forget, { capture: true, passive: true })
    },
    close() {
      for (const sign of signs) window.removeEventListener(sign, forget, { capture: true })
    },
  }
}
