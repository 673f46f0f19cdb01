import type { Unsubscribe } from './watched.ts'

/** What happens to the page and matters to a session. */
export interface PageListener {
  network(has: boolean): void
  /** The network or the person has come back: now is a good time to connect. */
  returned(): void
  away(isAway: boolean): void
  /** The page may be gone in a moment: hidden pages are closed without another word. */
  leaving(): void
  /** Whether closing the page now would lose something. */
  wouldLose(): boolean
  /** Another tab has written to the browser's storage. */
  otherTab(event: StorageEvent): void
}

export function listenToPage(window: Window | null, listener: PageListener): Unsubscribe {
  if (window === null) return () => {}
  const { document } = window
  const online = () => {
    listener.network(true)
    listener.returned()
  }
  const offline = () => listener.network(false)
  const visible = () => {
    listener.away(document.hidden)
    if (document.hidden) listener.leaving()
    else listener.returned()
  }
  const unloading = (event: Event) => {
    if (listener.wouldLose()) event.preventDefault()
  }
  const over = new AbortController()
  const { signal } = over
  window.addEventListener('online', online, { signal })
  window.addEventListener('offline', offline, { signal })
  window.addEventListener('focus', listener.returned, { signal })
  window.addEventListener('pagehide', listener.leaving, { signal })
  window.addEventListener('beforeunload', unloading, { signal })
  window.addEventListener('storage', listener.otherTab, { signal })
  document.addEventListener('visibilitychange', visible, { signal })
  return () => over.abort()
}
