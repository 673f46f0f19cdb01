import { createContext, use, useSyncExternalStore } from 'react'
import type { Target } from '../../../shared/review/session.ts'
import type { BoardSession } from '../../session/board-session.ts'

/** What is open on this screen; each holds an id. */
export interface Opened {
  /** The note or draft whose words are being changed. */
  readonly editing: string | null
  /** The note under which what was said is being written down. */
  readonly discussing: string | null
  /** The theme that is being named. */
  readonly naming: string | null
  /** The note on which its theme is being named, where themes are not shown themselves. */
  readonly namingOn: string | null
}

/** What can be done with a note: the same from its menu, by key, and from the palette. */
export interface NoteActions {
  open(patch: Partial<Opened>): void
  /** Asks where to, in a dialog. */
  move(id: string): void
  /** Asks with what, in a dialog. */
  group(id: string): void
  ungroup(id: string): void
  addAction(target: Target, title: string): void
  bin(id: string): void
  spotlight(target: Target | null): void
  readonly opened: OpenedStore
}

export const NoteActionsContext = createContext<NoteActions | null>(null)

/** Never changes, so that what uses it does not render again when something opens. */
export function useNoteActions(): NoteActions {
  const actions = use(NoteActionsContext)
  if (actions === null) throw new Error('a note outside of a NoteActionsProvider')
  return actions
}

/** Whether this one is open; others opening and closing are not heard. */
export function useIsOpen(what: keyof Opened, id: string): boolean {
  const { opened } = useNoteActions()
  const read = () => opened.get()[what] === id
  return useSyncExternalStore(opened.subscribe, read, read)
}

/** The theme that is being named. */
export function useNaming(): string | null {
  const { opened } = useNoteActions()
  const read = () => opened.get().naming
  return useSyncExternalStore(opened.subscribe, read, read)
}

export interface OpenedStore {
  get(): Opened
  set(patch: Partial<Opened>): void
  subscribe(listener: () => void): () => void
}

const nothing: Opened = { editing: null, discussing: null, naming: null, namingOn: null }

/** What somebody has open outlives the view: the next phase shows the same notes. */
export function openedIn(session: BoardSession): OpenedStore {
  const opened = stores.get(session) ?? createOpened()
  stores.set(session, opened)
  return opened
}

const stores = new WeakMap<BoardSession, OpenedStore>()

function createOpened(): OpenedStore {
  let opened = nothing
  const listeners = new Set<() => void>()
  return {
    get: () => opened,
    set(patch: Partial<Opened>) {
      opened = { ...opened, ...patch }
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
