import { copyBookKey } from './device/copy-book.ts'
import type { Unsubscribe } from './watched.ts'

/** What happens to the page and matters to a session. */
export interface PageListener {
  network(has: boolean): void
  /** The network or the person has come back: now is a good time to connect. */
  returned(): void
  away(isAway: boolean): void
  /** The page may be gone in a moment. */
  leaving(): void
  /** Another tab has changed which copy of the board counts. */
  otherTab(): void
}

export function listenToPage(window: Window | null, boardId: string, listener: PageListener): Unsubscribe {
  if (window === null) return () => {}
  const { document } = window
  const online = () => {
    listener.network(true)
    listener.returned()
  }
  const offline = () => listener.network(false)
  const visible = () => {
    listener.away(document.hidden)
    if (!document.hidden) listener.returned()
  }
  const stored = (event: StorageEvent) => {
    if (event.key === copyBookKey(boardId)) listener.otherTab()
  }
  window.addEventListener('online', online)
  window.addEventListener('offline', offline)
  window.addEventListener('pagehide', listener.leaving)
  window.addEventListener('storage', stored)
  document.addEventListener('visibilitychange', visible)
  return () => {
    window.removeEventListener('online', online)
    window.removeEventListener('offline', offline)
    window.removeEventListener('pagehide', listener.leaving)
    window.removeEventListener('storage', stored)
    document.removeEventListener('visibilitychange', visible)
  }
}
