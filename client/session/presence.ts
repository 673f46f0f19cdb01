import type { Awareness } from 'y-protocols/awareness'
import { isServerPresence, type Presence, type ServerPresence } from '../../shared/protocol/presence.ts'
import type { Timers } from './environment.ts'
import { sameMembers } from './equal.ts'
import { listenerSet, type Watched } from './watched.ts'

/** One person, from all the tabs they have open. */
export interface PersonPresence {
  readonly person: string
  readonly at: string | null
  readonly editing: string | null
  readonly dragging: string | null
  /** Raised hand: since when, epoch milliseconds. */
  readonly hand: number | null
  /** In no tab at the board. */
  readonly away: boolean
}

/** Who is connected now, me included, and what the server says of how far people are. */
interface Everyone {
  readonly byPerson: ReadonlyMap<string, PersonPresence>
  readonly server: ServerPresence | undefined
}

export interface PresenceSharing {
  /** Shown to others at most every 60 ms; the newest wins. */
  set(patch: Partial<Omit<Presence, 'person'>>): void
  /** What I show now. */
  mine(): Presence
  readonly everyone: Watched<Everyone>
  close(): void
}

const pauseMs = 60

export function sharePresence(awareness: Watched<Awareness>, me: string, timers: Timers): PresenceSharing {
  const listeners = listenerSet()
  let mine: Presence = awareness.get().getLocalState() ?? {}
  let everyone: Everyone | undefined
  let cancel: (() => void) | undefined
  let isPausing = false
  let isWaiting = false

  const changed = () => {
    const next = everyoneIn(awareness.get(), me)
    if (everyone && sameEveryone(everyone, next)) return
    everyone = next
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
  let heard = awareness.get()
  heard.on('change', changed)
  const stop = awareness.subscribe(() => {
    heard.off('change', changed)
    heard = awareness.get()
    heard.on('change', changed)
    heard.setLocalState({ ...mine })
    changed()
  })

  return {
    set: (patch) => {
      const next = { ...mine, ...patch }
      if (sameMembers(next, mine)) return
      mine = next
      if (isPausing) isWaiting = true
      else show()
    },
    mine: () => mine,
    everyone: {
      get: () => {
        everyone ??= everyoneIn(awareness.get(), me)
        return everyone
      },
      subscribe: listeners.add,
    },
    close: () => {
      cancel?.()
      stop()
      heard.off('change', changed)
    },
  }
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
