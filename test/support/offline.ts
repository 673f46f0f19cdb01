import * as Y from 'yjs'
import { askingIn } from '../../client/session/asking.ts'
import { type Difference, type Documents, differences } from '../../client/session/salvage/differences.ts'
import { type LeftOver, reapply } from '../../client/session/salvage/reapply.ts'
import { type GuardedCopy, type GuardedWorld, guardedWorld } from './copy-of.ts'
import type { Name } from './guarded-room.ts'

/** Ana's browser without a network: what she had when it went, and what she has written since. */
export interface OfflineAna {
  readonly world: GuardedWorld
  readonly ana: GuardedCopy
  changes(): readonly Difference[]
  /** The board changes without her. */
  meanwhile(change: (server: Y.Doc) => void): void
  /** She comes back and her copy is refused: its changes go onto the server's copy, under a new client id. */
  salvage(as?: Name): {
    readonly leftOver: readonly LeftOver[]
    readonly copies: Documents
    readonly accepted: readonly string[]
  }
}

export function offlineAna(before: (ana: GuardedCopy) => void = () => {}): OfflineAna {
  const world = guardedWorld()
  const ana = world.browser('ana')
  before(ana)
  ana.send()
  const base = { board: twin(ana.board), desk: twin(ana.desk) }
  const changes = () => differences(base, { board: ana.board, desk: ana.desk })
  return {
    world,
    ana,
    changes,
    meanwhile: (change) => world.room.write(change),
    salvage: (as = 'ana') => {
      const copies = { board: world.room.copy(), desk: world.deskOf(as).copy() }
      const me = { id: as, name: as, role: 'participant' as const }
      const leftOver = reapply(changes(), copies, askingIn(copies.board, me))
      const accepted = [
        world.room.take(as, world.room.lackedFrom(copies.board)).verdict,
        world.deskOf(as).take(as, world.deskOf(as).lackedFrom(copies.desk)).verdict,
      ]
      return { leftOver, copies, accepted }
    },
  }
}

function twin(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
