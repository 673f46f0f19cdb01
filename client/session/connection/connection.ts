import type { Awareness } from 'y-protocols/awareness'
import { boardRoom, deskRoom, syncPath } from '../../../shared/api/paths.ts'
import { schemaVersion } from '../../../shared/document/schema.ts'
import { closeCodes } from '../../../shared/protocol/close-codes.ts'
import {
  isTurnedAway,
  type OutOfRoom,
  outOfRoomIn,
  type TurnedAway,
  turnedAwayIn,
} from '../../../shared/protocol/close-reasons.ts'
import type { SessionEnvironment } from '../environment.ts'
import { sameMembers } from '../equal.ts'
import type { Documents } from '../salvage/differences.ts'
import { cell, type Watched } from '../watched.ts'
import { pauseBefore } from './pause.ts'
import { openUplink, type Uplink } from './uplink.ts'

/** Why a connection is over for good. */
export type Ending =
  | 'no-identity'
  | 'refused'
  | OutOfRoom
  | 'no-such-board'
  | 'removed-from-board'
  | 'too-large'
  | 'page-too-old'
  /** The server's data were restored from a backup: it does not know what this copy builds on. */
  | 'other-epoch'
  /** The same, and the backup is older than the board, or than my joining it. */
  | 'not-in-backup'
  | 'joined-after-backup'

interface ConnectionState {
  /** Both documents are connected. */
  readonly isUp: boolean
  readonly isSynced: boolean
  readonly isSaved: boolean
  readonly wasEverUp: boolean
  /** Why it is not let in at present, where the server said so. */
  readonly turnedAway: TurnedAway | null
}

/** A board and a desk connected to the server, for as long as it wants them. */
export interface Connection {
  readonly state: Watched<ConnectionState>
  /** Tries at once, instead of when it is time. */
  hurry(): void
  close(): void
}

export interface ConnectionOptions {
  readonly boardId: string
  /** Of the server, such as `https://review.example.org`. */
  readonly origin: string
  readonly documents: Documents
  readonly awareness: { readonly board: Awareness; readonly desk: Awareness }
  readonly environment: Pick<SessionEnvironment, 'WebSocket' | 'timers' | 'random'>
  /** Whether this client may connect. Asked before every attempt. */
  readonly ask: () => Promise<'welcome' | 'no-answer' | TurnedAway | Ending>
  readonly ended: (why: Ending) => void
}

/**
 * Connects, and connects again after whatever a retry can mend.
 *
 * @remarks
 * Every attempt asks first whether this copy is welcome: a client of another epoch sends nothing. [CLIENT4]
 */
export function openConnection(options: ConnectionOptions): Connection {
  const { boardId, environment, documents, awareness } = options
  const state = cell<ConnectionState>(untried, sameMembers)
  let attempt = 0
  let isOver = false
  let isAsking = false
  let cancelRetry: (() => void) | undefined

  const uplink = (room: string, document: 'board' | 'desk') =>
    openUplink({
      url: options.origin.replace(/^http/, 'ws') + syncPath,
      room,
      schema: schemaVersion,
      doc: documents[document],
      awareness: awareness[document],
      WebSocket: environment.WebSocket,
      closed,
    })
  const uplinks: readonly Uplink[] = [uplink(boardRoom(boardId), 'board'), uplink(deskRoom(boardId), 'desk')]
  const show = () => {
    const all = uplinks.map((each) => each.state.get())
    const isUp = all.every((each) => each.isUp)
    const isSynced = all.every((each) => each.isSynced)
    if (isSynced) attempt = 0
    const isSaved = all.every((each) => each.isSaved)
    const { wasEverUp, turnedAway } = state.get()
    state.set({
      isUp,
      isSynced,
      isSaved,
      wasEverUp: wasEverUp || isSynced,
      turnedAway: isSynced ? null : turnedAway,
    })
  }
  const stops = uplinks.map((each) => each.state.subscribe(show))

  function closed(code: number | null, reason: string) {
    const why = code === null ? undefined : endingOf(code, reason)
    if (why !== undefined) end(why)
    else retryLater(turnedAwayIn(reason), code === closeCodes.tryAgain)
  }
  function retryLater(turnedAway: TurnedAway | null = null, wasSentAway = false) {
    if (!isOver) state.set({ ...state.get(), turnedAway })
    if (isOver || cancelRetry !== undefined || isAsking) return
    const pauseMs = pauseBefore({ attempt, wasSentAway }, environment.random())
    attempt += 1
    cancelRetry = environment.timers.after(pauseMs, () => void retry())
  }
  async function retry() {
    cancelRetry?.()
    cancelRetry = undefined
    if (isOver || isAsking) return
    isAsking = true
    const answer = await options.ask()
    isAsking = false
    if (isOver) return
    if (answer === 'welcome') connect()
    else if (isTurnedAway(answer)) retryLater(answer)
    else if (answer === 'no-answer') retryLater()
    else end(answer)
  }
  function connect() {
    for (const each of uplinks) each.open()
  }
  function end(why: Ending) {
    if (isOver) return
    stop()
    options.ended(why)
  }
  function stop() {
    isOver = true
    cancelRetry?.()
    for (const each of uplinks) each.close()
  }

  void retry()
  return {
    state,
    hurry: () => {
      if (isOver || state.get().isUp) return
      attempt = 0
      void retry()
    },
    close: () => {
      stop()
      for (const off of stops) off()
      for (const each of uplinks) each.destroy()
    },
  }
}

const untried: ConnectionState = { isUp: false, isSynced: false, isSaved: false, wasEverUp: false, turnedAway: null }

function endingOf(code: number, reason: string): Ending | undefined {
  return (code === closeCodes.refused ? outOfRoomIn(reason) : null) ?? endings[code]
}

const endings: Readonly<Record<number, Ending>> = {
  [closeCodes.noIdentity]: 'no-identity',
  [closeCodes.refused]: 'refused',
  [closeCodes.noSuchBoard]: 'no-such-board',
  [closeCodes.removed]: 'removed-from-board',
  [closeCodes.tooLarge]: 'too-large',
  [closeCodes.schemaTooOld]: 'page-too-old',
}
