import type { Awareness } from 'y-protocols/awareness'
import { isServerPresence, type Presence, type ServerPresence } from '../../shared/protocol/presence.ts'
import type { ReactionKind } from '../../shared/protocol/reactions.ts'
import { type Caret, watchCarets } from './carets.ts'
import type { Timers } from './environment.ts'
import { sameMembers } from './equal.ts'
import { type ListenerSet, listenerSet, type Watched } from './watched.ts'

/** One person, from all the tabs they have open. */
export interface PersonPresence {
  readonly person: string
  readonly at: string | null
  readonly editing: string | null
  readonly dragging: string | null
  /** Raised hand; whose turn it is says the server. */
  readonly hand: number | null
  /** In no tab at the board. */
  readonly away: boolean
}

/** Who is connected now, me included, and what the server says of how far people are. */
interface Everyone {
  readonly byPerson: ReadonlyMap<string, PersonPresence>
  readonly server: ServerPresence | undefined
}

/** Somebody else who is at a note just now. */
export interface Company {
  readonly person: string
  readonly does: 'moving' | 'editing'
}

export interface PresenceSharing {
  /** Shown to others at most every 60 ms; the newest wins. */
  set(patch: Partial<Omit<Presence, 'person'>>): void
  /** Shows a reaction for a moment; nobody is told whose. */
  react(kind: ReactionKind): void
  /** What I show now. */
  mine(): Presence
  readonly everyone: Watched<Everyone>
  /** Who else is at a note; what happens at others is not heard. */
  atNote(id: string): Watched<Company | undefined>
  /** Where others' carets stand in a text, by its place; what happens in others is not heard. */
  caretsIn(place: string): Watched<readonly Caret[]>
  close(): void
}

const pauseMs = 60

export function sharePresence(awareness: Watched<Awareness>, me: string, timers: Timers): PresenceSharing {
  const listeners = listenerSet()
  const company = watchCompany(me)
  const carets = watchCarets(me)
  let mine: Presence = awareness.get().getLocalState() ?? {}
  let everyone: Everyone | undefined
  let cancel: (() => void) | undefined
  let isPausing = false
  let isWaiting = false

  const changed = () => {
    carets.follow(awareness.get().getStates().values())
    const next = everyoneIn(awareness.get(), me)
    if (everyone && sameEveryone(everyone, next)) return
    everyone = next
    company.follow(next.byPerson)
    listeners.notify()
  }
  const show = () => {
    isWaiting = false
    isPausing = true
    awareness.get().setLocalState({ ...mine })
    cancel = timers.after(pauseMs, () => {
      isPausing = false
      if (isWaiting) show()
    })
  }
  company.follow(everyoneIn(awareness.get(), me).byPerson)
  let heard = awareness.get()
  heard.on('change', changed)
  const stop = awareness.subscribe(() => {
    heard.off('change', changed)
    heard = awareness.get()
    heard.on('change', changed)
    heard.setLocalState({ ...mine })
    changed()
  })

  const set = (patch: Partial<Omit<Presence, 'person'>>) => {
    const next = { ...mine, ...patch }
    if (sameMembers(next, mine)) return
    mine = next
    if (isPausing) isWaiting = true
    else show()
  }

  return {
    set,
    react: (kind) => set({ reaction: { is: kind, n: (mine.reaction?.n ?? 0) + 1 } }),
    mine: () => mine,
    everyone: {
      get: () => {
        everyone ??= everyoneIn(awareness.get(), me)
        return everyone
      },
      subscribe: listeners.add,
    },
    atNote: company.atNote,
    caretsIn: carets.in,
    close: () => {
      cancel?.()
      stop()
      heard.off('change', changed)
    },
  }
}

/** One look at everybody for each change, however many notes are shown. */
function watchCompany(me: string) {
  const listeners = new Map<string, ListenerSet>()
  let known: ReadonlyMap<string, Company> = new Map()
  return {
    atNote: (id: string): Watched<Company | undefined> => {
      const own = listeners.get(id) ?? listenerSet()
      listeners.set(id, own)
      return { get: () => known.get(id), subscribe: own.add }
    },
    follow: (byPerson: Everyone['byPerson']) => {
      const before = known
      known = companyIn(byPerson, me, before)
      for (const id of new Set([...before.keys(), ...known.keys()])) {
        if (before.get(id) !== known.get(id)) listeners.get(id)?.notify()
      }
    },
  }
}

/** Who drags a note comes before who types in it; of several, the first. */
function companyIn(
  byPerson: Everyone['byPerson'],
  me: string,
  before: ReadonlyMap<string, Company>,
): ReadonlyMap<string, Company> {
  const now = new Map<string, Company>()
  const put = (id: string, next: Company) => {
    const known = before.get(id)
    now.set(id, sameMembers(known, next) && known ? known : next)
  }
  for (const { person, editing, dragging } of byPerson.values()) {
    if (person === me) continue
    const [, note] = /^note:([^/]+)/.exec(editing ?? '') ?? []
    if (note !== undefined && !now.has(note)) put(note, { person, does: 'editing' })
    if (dragging !== null && now.get(dragging)?.does !== 'moving') put(dragging, { person, does: 'moving' })
  }
  return now
}

function everyoneIn(awareness: Awareness, me: string): Everyone {
  const byPerson = new Map<string, PersonPresence>()
  let server: ServerPresence | undefined
  for (const [client, state] of awareness.getStates()) {
    if (isServerPresence(state)) {
      server = state
      continue
    }
    const shown: Presence = state
    const person = client === awareness.clientID ? me : shown.person
    if (person !== undefined) byPerson.set(person, together(byPerson.get(person), shown, person))
  }
  return { byPerson, server }
}

function together(other: PersonPresence | undefined, shown: Presence, person: string): PersonPresence {
  return {
    person,
    at: shown.at ?? other?.at ?? null,
    editing: shown.editing ?? other?.editing ?? null,
    dragging: shown.dragging ?? other?.dragging ?? null,
    hand: shown.hand ?? other?.hand ?? null,
    away: shown.away === true && (other?.away ?? true),
  }
}

function sameEveryone(a: Everyone, b: Everyone): boolean {
  if (a.server !== b.server || a.byPerson.size !== b.byPerson.size) return false
  return [...a.byPerson].every(([person, shown]) => sameMembers(shown, b.byPerson.get(person)))
}
