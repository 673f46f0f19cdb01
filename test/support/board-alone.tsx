import { cleanup, configure, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { LinksProvider } from '../../client/features/links/LinksProvider.tsx'
import { assemble } from '../../client/session/assemble.ts'
import type { BoardSession } from '../../client/session/board-session.ts'
import { openClock } from '../../client/session/clock.ts'
import { SessionProvider } from '../../client/session/context.tsx'
import type { Timers } from '../../client/session/environment.ts'
import { keepTexts } from '../../client/session/keep.ts'
import { PanelsProvider } from '../../client/session/panels.tsx'
import { cell } from '../../client/session/watched.ts'
import { UiProvider } from '../../client/ui/UiProvider.tsx'
import type { Command } from '../../shared/api/commands.ts'
import type { Entry } from '../../shared/document/schema.ts'
import { createEntry, createFlatTexts, setFlat } from '../../shared/document/write.ts'
import { isServerPresence, type Presence, type ServerPresence } from '../../shared/protocol/presence.ts'
import type { Role } from '../../shared/review/people.ts'
import { defaultSections } from '../../shared/review/sections.ts'
import { defaultSettings, type PhaseKind, type Session, type Settings } from '../../shared/review/session.ts'

interface Options {
  readonly phase?: PhaseKind
  readonly as?: 'ana' | 'fay' | 'olga'
  readonly settings?: Partial<Settings>
  readonly notes?: readonly Partial<Entry<'notes'>>[]
  readonly themes?: readonly Partial<Entry<'themes'>>[]
  readonly result?: Partial<Entry<'results'>>
}

const roles: Readonly<Record<string, Role>> = {
  ana: 'participant',
  ben: 'participant',
  fay: 'facilitator',
  olga: 'observer',
}

const noTimers: Timers = { after: () => () => {}, every: () => () => {} }

/** A board as one browser has it, with no server behind it: what is published and counted there is written by hand. */
export function boardAlone({ phase = 'discuss', as = 'ana', settings, notes = [], themes = [], result }: Options = {}) {
  const board = new Y.Doc()
  const desk = new Y.Doc()
  createFlatTexts(board)
  const session: Partial<Session> = {
    title: 'Failover',
    status: 'open',
    phase,
    agenda: [{ id: phase, kind: phase, title: phase, minutes: 5 }],
    visits: [],
    timer: null,
    sections: defaultSections,
    settings: { ...defaultSettings, ...settings },
    spotlight: null,
    round: result === undefined ? null : 'round',
    schema: 1,
  }
  setFlat(board, 'session', session)
  for (const [id, role] of Object.entries(roles)) {
    createEntry(board, 'people', id, { name: id, color: 'blue', role, joinedAt: 0, counts: role !== 'observer' })
  }
  notes.forEach((note, index) => {
    addNote({ id: `note${index}`, rank: `a${index}`, ...note })
  })
  themes.forEach((theme, index) => {
    createEntry(board, 'themes', theme.id ?? `theme${index}`, { rank: `a${index}`, ...theme })
  })
  if (result !== undefined) {
    createEntry(board, 'results', 'round', {
      ...{ phase, ballot: 'secret', openedAt: 1, closedAt: null, voters: 0, cast: 0, votes: {}, labels: {}, late: 0 },
      ...result,
    })
  }

  function addNote({ id = 'note', ...values }: Partial<Entry<'notes'>>): void {
    createEntry(board, 'notes', id, { section: 'lessons', author: 'ben', createdAt: 0, rank: 'a0', ...values })
  }

  const commands: Command[] = []
  let ids = 0
  const now = () => 1000
  const documents = cell({ board, desk })
  const awareness = new Awareness(board)
  const others = new Map<string, Awareness>()
  /** Another person, or the server, shows something of themselves. */
  function shows(who: string, state: Omit<Presence, 'person'> | ServerPresence, client?: number): void {
    const doc = new Y.Doc()
    if (client !== undefined) doc.clientID = client
    const theirs = others.get(who) ?? new Awareness(doc)
    others.set(who, theirs)
    theirs.setLocalState(isServerPresence(state) ? { ...state } : { ...state, person: who })
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'server')
  }

  const parts = assemble({
    me: { id: as, name: as, role: roles[as] ?? 'participant' },
    documents,
    awareness: cell(awareness),
    now,
    newId: () => `new${++ids}`,
    timers: noTimers,
  })
  const boardSession: BoardSession = {
    ...parts,
    boardId: 'board',
    me: { id: as, name: as, role: roles[as] ?? 'participant' },
    saved: cell({ state: 'saved', keepsCopy: true }),
    unsaved: { list: cell([]), isKept: cell(true), tryAgain: () => {}, letGo: () => {} },
    clock: openClock({ now, timers: noTimers }, async () => null),
    restored: cell(null),
    kept: keepTexts({ storage: window.localStorage, boardId: 'board', person: as }),
    command: async (command) => {
      commands.push(command)
      return { allowed: true, value: undefined }
    },
    close: async () => parts.close(),
  }
  return { board, desk, session: boardSession, commands, addNote, shows }
}

/** Shows a view of a board, and hands out a person's keyboard and pointer. */
export function show(session: BoardSession, view: ReactNode) {
  const opened: string[] = []
  const panels = { shown: null, focus: null, open: (panel: string) => void opened.push(panel), close: () => {} }
  const around = (inner: ReactNode) => (
    <UiProvider>
      <SessionProvider session={session}>
        <PanelsProvider panels={panels}>
          <LinksProvider>{inner}</LinksProvider>
        </PanelsProvider>
      </SessionProvider>
    </UiProvider>
  )
  const shown = render(around(view))
  return { ...shown, rerender: (next: ReactNode) => shown.rerender(around(next)), opened, user: userEvent.setup() }
}

// The code of what opens is fetched when it first does, which takes its time while other tests run.
configure({ asyncUtilTimeout: 20_000 })

// jsdom lays nothing out, and so has nothing to scroll.
Element.prototype.scrollIntoView ??= () => {}
window.matchMedia ??= (media) => Object.assign(new EventTarget(), { media, matches: false }) as MediaQueryList

/** For every file of client tests: what one test showed or kept is gone before the next. */
export function clearBetweenTests(): void {
  afterEach(() => {
    cleanup()
    window.localStorage.clear()
  })
}
