import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { type Assembled, assemble } from '../../client/session/assemble.ts'
import type { Timers } from '../../client/session/environment.ts'
import { type RecordVerbs, recordVerbsOf } from '../../client/session/record-verbs.ts'
import { cell } from '../../client/session/watched.ts'
import type { Verdict } from '../../server/rooms/guard/verdict.ts'
import { deskSchema } from '../../shared/document/desk-schema.ts'
import type { Role } from '../../shared/review/people.ts'
import { aGuardedBoard, GuardedRoom, type Name } from './guarded-room.ts'

const roles: Readonly<Record<Name, Role>> = {
  ana: 'participant',
  ben: 'participant',
  fay: 'facilitator',
  olga: 'observer',
}

const noTimers: Timers = { after: () => () => {}, every: () => () => {} }

/** One person's browser on a guarded board: writes through verbs, sends through the guard, both by hand. */
export interface GuardedCopy extends Assembled {
  readonly board: Y.Doc
  readonly desk: Y.Doc
  readonly recordVerbs: RecordVerbs
  /** Sends what the server lacks of both documents; what it said of each. */
  send(): readonly Verdict['verdict'][]
  /** Takes over what the server has. */
  receive(): void
  pass(ms: number): void
}

export interface GuardedWorld {
  readonly room: GuardedRoom
  deskOf(name: Name): GuardedRoom
  browser(name: Name): GuardedCopy
}

export function guardedWorld(): GuardedWorld {
  const room = aGuardedBoard()
  const desks = new Map<Name, GuardedRoom>()
  const deskOf = (name: Name) => {
    const desk = desks.get(name) ?? new GuardedRoom(deskSchema)
    desks.set(name, desk)
    return desk
  }
  let ids = 0
  const newId = () => `id-${++ids}`
  return { room, deskOf, browser: (name) => copyOf(name, room, deskOf(name), newId) }
}

function copyOf(name: Name, room: GuardedRoom, deskRoom: GuardedRoom, newId: () => string): GuardedCopy {
  const board = room.copy()
  const desk = deskRoom.copy()
  let now = 10_000
  const parts = assemble({
    me: { id: name, name, role: roles[name] },
    documents: cell({ board, desk }),
    awareness: cell(new Awareness(board)),
    now: () => now,
    newId,
    timers: noTimers,
  })
  return {
    ...parts,
    recordVerbs: recordVerbsOf(parts.writing),
    board,
    desk,
    send: () => [
      room.take(name, room.lackedFrom(board)).verdict,
      deskRoom.take(name, deskRoom.lackedFrom(desk)).verdict,
    ],
    receive: () => {
      Y.applyUpdate(board, Y.encodeStateAsUpdate(room.doc))
      Y.applyUpdate(desk, Y.encodeStateAsUpdate(deskRoom.doc))
    },
    pass: (ms) => {
      now += ms
    },
  }
}
