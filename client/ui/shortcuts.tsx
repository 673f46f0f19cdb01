import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createKeybindingsHandler } from 'tinykeys'

/** Something a person can do here, by key or by name. */
export interface Shortcut {
  /** As tinykeys writes it: `$mod+k`, `Shift+?`, `n`; null: by name only, in the palette. */
  readonly key: string | null
  readonly label: string
  readonly run: () => void
  readonly group: string
}

export interface ShortcutOptions {
  readonly group?: string
  /** While false it neither listens nor is listed. */
  readonly enabled?: boolean
}

export interface ShortcutRegistry {
  readonly add: (shortcut: Shortcut) => () => void
  readonly list: () => readonly Shortcut[]
  readonly subscribe: (listener: () => void) => () => void
}

/** One registry feeds the keyboard, the list of shortcuts and the palette. Of two with one key the later one acts. */
export function createShortcutRegistry(): ShortcutRegistry {
  let all: readonly Shortcut[] = []
  const listeners = new Set<() => void>()
  const change = (next: readonly Shortcut[]) => {
    all = next
    for (const listener of listeners) listener()
  }
  return {
    add: (shortcut) => {
      change([...all, shortcut])
      return () => change(all.filter((each) => each !== shortcut))
    },
    list: () => all,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const Registry = createContext<ShortcutRegistry | null>(null)

export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createShortcutRegistry)

  useEffect(() => {
    let handle: (event: KeyboardEvent) => void = () => {}
    const bind = () => {
      handle = createKeybindingsHandler(
        Object.fromEntries(registry.list().flatMap(({ key, run }) => (key === null ? [] : [[key, acting(key, run)]]))),
      )
    }
    bind()
    const listen = (event: KeyboardEvent) => {
      if (!isFading(event.target)) handle(event)
    }
    const listenFirst = (event: KeyboardEvent) => {
      if (isFading(event.target)) handle(event)
    }
    const stop = registry.subscribe(bind)
    window.addEventListener('keydown', listen)
    window.addEventListener('keydown', listenFirst, { capture: true })
    return () => {
      stop()
      window.removeEventListener('keydown', listen)
      window.removeEventListener('keydown', listenFirst, { capture: true })
    }
  }, [registry])

  return <Registry value={registry}>{children}</Registry>
}

/** Makes something doable by key and by name for as long as the component is on screen. */
export function useShortcut(key: string | null, label: string, run: () => void, options: ShortcutOptions = {}): void {
  const registry = useContext(Registry)
  const { group = 'General', enabled = true } = options
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (registry === null || !enabled) return
    return registry.add({ key, label, group, run: () => latest.current() })
  }, [registry, key, label, group, enabled])
}

/** All that can be done here now. */
export function useShortcuts(): readonly Shortcut[] {
  const registry = useContext(Registry)
  return useSyncExternalStore(registry?.subscribe ?? noSubscription, registry?.list ?? nothing)
}

const none: readonly Shortcut[] = []
const nothing = () => none
const noSubscription = () => () => {}

/**
 * Single characters are text while somebody types, and belong to whatever has the keyboard inside a dialog or menu; one
 * that is fading away has nothing to say any more, and a toast never. One that is held down acts once. [UI3]
 *
 * @remarks
 * A dialog keeps arrows to itself until it is gone: what is pressed in one that fades away is taken on its way down.
 */
function acting(key: string, run: () => void) {
  const isCharacter = !/\$mod|Control|Meta|Alt/.test(key)
  return (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || (isCharacter && event.repeat)) return
    if (isCharacter && !isFading(event.target) && (isTyping(event.target) || isElsewhere(event.target))) return
    event.preventDefault()
    run()
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('textarea, select')) return true
  return target instanceof HTMLInputElement && !/^(button|checkbox|radio|submit|reset|range)$/.test(target.type)
}

const popups = ':is([role="dialog"], [role="alertdialog"], [role="menu"])'

/** What is told in passing, as toasts do, has the role of a dialog, too. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${popups}:not([aria-modal="false"])`) !== null
}

function isFading(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${popups}[data-closed]`) !== null
}
