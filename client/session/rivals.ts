import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { isServerPresence } from '../../shared/protocol/presence.ts'
import type { Unsubscribe, Watched } from './watched.ts'

/** Where a note was put by two people at the same moment. */
export interface Rival {
  readonly note: string
  readonly field: 'theme' | 'section'
  /** Whether it is where I put it. */
  readonly won: boolean
  /** Who else moved it; null: somebody who is not here. */
  readonly by: string | null
  /** Where I put it, and where it was before. */
  readonly mine: unknown
  readonly before: unknown
}

export interface Rivals {
  subscribe(listener: (rival: Rival) => void): Unsubscribe
  close(): void
}

interface Put {
  readonly item: Y.ID
  readonly origin: Y.ID | null
  readonly mine: unknown
  readonly before: unknown
  readonly seen: Set<string>
}

const fields = ['theme', 'section'] as const

/**
 * Hears of each note that somebody else moved before they knew of my move of it.
 *
 * @remarks
 * Of two writes of one value Yjs keeps both items and lets one count, the same everywhere. They are rivals where each was
 * written over the same older one; whoever wrote over mine has seen it, and just moved the note on. [MOVED1]
 */
export function watchRivals(board: Watched<Y.Doc>, awareness: Watched<Awareness>, me: string): Rivals {
  const listeners = new Set<(rival: Rival) => void>()
  let puts = new Map<string, Put>()

  const personOf = (client: number): string | null => {
    const state = awareness.get().getStates().get(client)
    return state === undefined || isServerPresence(state) ? null : (state.person ?? null)
  }
  const heard = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction) => {
    for (const event of events) {
      const [note] = event.path
      if (!(event instanceof Y.YMapEvent) || typeof note !== 'string') continue
      for (const field of fields) {
        const last = event.target._map.get(field)
        if (last === undefined || !event.keysChanged.has(field)) continue
        const key = `${note}/${field}`
        if (local) {
          const change = event.changes.keys.get(field)
          const mine: unknown = event.target.get(field)
          if (change?.action === 'update')
            puts.set(key, { item: last.id, origin: last.origin, mine, before: change.oldValue, seen: new Set() })
        } else {
          const put = puts.get(key)
          if (put !== undefined) compare(note, field, put, last)
        }
      }
    }
  }
  const compare = (note: string, field: Rival['field'], put: Put, last: Y.Item) => {
    const won = Y.compareIDs(last.id, put.item)
    for (let item: Y.Item | null = last; item !== null; item = item.left) {
      const { client, clock } = item.id
      const isRival = Y.compareIDs(item.origin, put.origin) && !Y.compareIDs(item.id, put.item)
      const by = personOf(client)
      if (!isRival || by === me || put.seen.has(`${client}/${clock}`)) continue
      put.seen.add(`${client}/${clock}`)
      for (const listener of listeners) listener({ note, field, won, by, mine: put.mine, before: put.before })
    }
    if (!won) puts.delete(`${note}/${field}`)
  }

  let notes = board.get().getMap('notes')
  notes.observeDeep(heard)
  const stop = board.subscribe(() => {
    notes.unobserveDeep(heard)
    puts = new Map()
    notes = board.get().getMap('notes')
    notes.observeDeep(heard)
  })
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      stop()
      notes.unobserveDeep(heard)
    },
  }
}
