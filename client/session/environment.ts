import { nanoid } from 'nanoid'
import type { BoardAnswer, ServerTime } from '../../shared/api/boards.ts'
import type { Command } from '../../shared/api/commands.ts'
import { type Answer, getBoard, getTime, sendCommand } from './api.ts'

/** What a session takes from the browser; tests bring their own. */
export interface SessionEnvironment {
  /** Epoch milliseconds by this device's clock. */
  readonly now: () => number
  /** From 0 up to, but not including, 1. */
  readonly random: () => number
  readonly newId: () => string
  readonly timers: Timers
  readonly server: SessionServer
  readonly WebSocket: typeof WebSocket
  /** Small texts that outlive a reload; null where the browser forbids it. */
  readonly storage: Storage | null
  /** Null where the browser forbids it: then everything stays in memory. */
  readonly indexedDB: IDBFactory | null
  /** Online, offline, storage and visibility events; null outside a browser. */
  readonly window: Window | null
}

/** What a session asks of the server over HTTP. */
export interface SessionServer {
  getBoard(board: string): Promise<Answer<BoardAnswer>>
  getTime(): Promise<Answer<ServerTime>>
  sendCommand(board: string, command: Command): Promise<Answer<void>>
}

export interface Timers {
  after(ms: number, run: () => void): Cancel
  every(ms: number, run: () => void): Cancel
}

type Cancel = () => void

export function browserEnvironment(): SessionEnvironment {
  return {
    now: Date.now,
    random: Math.random,
    newId: nanoid,
    timers: browserTimers,
    server: { getBoard, getTime, sendCommand },
    WebSocket,
    storage: allowed(() => window.localStorage),
    indexedDB: allowed(() => window.indexedDB),
    window,
  }
}

const browserTimers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  every: (ms, run) => {
    const timer = setInterval(run, ms)
    return () => clearInterval(timer)
  },
}

/** Browsers forbid storage by throwing when it is only looked at. */
function allowed<T>(look: () => T): T | null {
  try {
    return look() ?? null
  } catch {
    return null
  }
}
