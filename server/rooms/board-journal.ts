import type * as Y from 'yjs'
import type { DocumentKey } from '../store/port.ts'
import type { BoardParts } from './board-parts.ts'
import { Budget } from './budget.ts'
import type { Derived } from './derived.ts'
import type { Following } from './elsewhere/following.ts'
import type { Folding } from './folding.ts'
import { Journal } from './journal.ts'
import type { Rooms } from './rooms.ts'

interface BoardJournalParts extends Pick<BoardParts, 'store' | 'metrics' | 'timers' | 'limits' | 'now'> {
  readonly board: string
  /** How many commits the board had when it was loaded. */
  readonly head: number
  /** Undefined: no other server writes to it. */
  readonly following: Following | undefined
  /** What a commit is made of and shown to: asked for when the first one closes. */
  followers(): {
    readonly rooms: Rooms
    readonly derived: Derived
    readonly folding: Folding
    readonly listenersElsewhere: number
  }
  failed(error: unknown): void
}

/** The journal of one board, and in which order a commit is prepared, stored and shown. */
export function boardJournal(parts: BoardJournalParts): Journal {
  const { board, store, metrics, timers, limits, now, following, followers, failed } = parts
  const relaying = new Budget(limits.relaying, now)
  let { head } = parts
  return new Journal({
    soon: timers.soon,
    after: timers.after,
    pauseAfter(batch) {
      const { rooms } = followers()
      let listeners = 0
      for (const document of batch.documents) listeners += rooms.of(document).connections.size
      listeners += followers().listenersElsewhere
      return relaying.spend(listeners)
    },
    failed,
    closing(batch) {
      const { rooms, derived, folding } = followers()
      const changed = new Map<DocumentKey, Y.Doc>()
      for (const document of batch.documents) {
        const room = rooms.of(document)
        room.closing()
        changed.set(document, room.parts.doc)
      }
      folding.closing(changed)
      return derived.closing(batch)
    },
    async commit(compose) {
      const startedAt = now()
      const commit = following ? await following.decide(compose) : compose()
      if (commit === null) return
      if (!following) await store.commit(board, commit, head)
      head += 1
      metrics.committed(now() - startedAt, commit.updates.length)
    },
    committed(changes) {
      const { rooms, folding } = followers()
      for (const change of changes) rooms.of(change.document).relay(change)
      folding.committed()
    },
  })
}
