import { WebSocket as NodeSocket } from 'ws'
import type { Answer } from '../../client/session/api.ts'
import type { BoardSession } from '../../client/session/board-session.ts'
import type { SessionEnvironment, SessionServer } from '../../client/session/environment.ts'
import { openBoardSession } from '../../client/session/open.ts'
import type { BoardAnswer, Problem } from '../../shared/api/boards.ts'
import type { Command } from '../../shared/api/commands.ts'
import { apiPaths } from '../../shared/api/paths.ts'
import { storageAlone } from './storage-alone.ts'

/** One browser: its cookie, what it keeps on its device, and its line to the server, which can be cut. */
export interface TestBrowser {
  readonly me: BoardAnswer['me']
  join(invite: string, name: string): Promise<BoardAnswer>
  /** A tab on the board. */
  open(): Promise<BoardSession>
  command(command: Command): Promise<void>
  /** The next answers about the board speak of a store that was restored from a backup. */
  restored(epoch: string): void
  cut(): void
  mend(): void
  /** The clock of this device goes on. */
  pass(ms: number): void
  forbidDatabases(): void
  /** How many frames this browser has sent, over all of its sockets. */
  sent(): number
  readonly environment: SessionEnvironment
  /** The cookie is gone. */
  forget(): void
  /** Asks the server over HTTP, as this person; rejects with what it says where it refuses. */
  ask<T>(method: Method, path: string, body?: unknown): Promise<T>
  /** Says who this is after creating a board. */
  is(person: BoardAnswer['me']): void
  /** Closes all tabs. */
  close(): Promise<void>
}

type Method = 'GET' | 'POST'

/** `board`: the id of the board that it is on, once there is one. */
export function openTestBrowser(origin: string, board: () => string): TestBrowser {
  const storage = storageAlone()
  const sockets = new Set<NodeSocket>()
  const tabs = new Set<BoardSession>()
  let cookie = ''
  let me: BoardAnswer['me'] | undefined
  let epoch: string | undefined
  let isCut = false
  let passedMs = 0
  let hasDatabases = true
  let sent = 0

  class Socket extends NodeSocket {
    constructor(url: string | URL) {
      super(isCut ? 'ws://127.0.0.1:1' : url, { headers: { cookie } })
      sockets.add(this)
    }

    override send(data: Uint8Array): void {
      sent += 1
      super.send(data)
    }
  }
  async function send(method: Method, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(origin + path, {
      method,
      headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return response
  }
  async function answer<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
    if (isCut) return { allowed: false, reason: unreachable }
    const response = await send(method, path, body).catch(() => undefined)
    if (response === undefined) return { allowed: false, reason: unreachable }
    const value = await response.json()
    return response.ok ? { allowed: true, value } : { allowed: false, reason: value }
  }
  const server: SessionServer = {
    getBoard: async (id) => {
      const answered = await answer<BoardAnswer>('GET', apiPaths.board(id))
      if (!answered.allowed || epoch === undefined) return answered
      return { allowed: true, value: { ...answered.value, board: { ...answered.value.board, epoch } } }
    },
    getTime: () => answer('GET', apiPaths.time()),
    sendCommand: (id, command) => answer('POST', apiPaths.commands(id), command),
  }
  const environment = (): SessionEnvironment => ({
    now: () => Date.now() + passedMs,
    random: () => 0,
    newId: () => `id-${Math.random().toString(36).slice(2)}`,
    timers: {
      after: (ms, run) => {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
      every: (ms, run) => {
        const timer = setInterval(run, ms)
        return () => clearInterval(timer)
      },
    },
    server,
    WebSocket: Socket as unknown as typeof WebSocket,
    storage,
    indexedDB: hasDatabases ? indexedDB : null,
    window: null,
  })
  async function ask<T>(method: Method, path: string, body?: unknown): Promise<T> {
    const answered = await answer<T>(method, path, body)
    if (!answered.allowed) throw new Error(answered.reason.detail)
    return answered.value
  }

  let known: BoardAnswer | undefined
  return {
    get environment() {
      return environment()
    },
    get me() {
      return me ?? { id: '', name: '', role: 'observer' as const }
    },
    is: (person: BoardAnswer['me']) => {
      me = person
    },
    ask,
    join: async (invite: string, name: string) => {
      const joined = await ask<BoardAnswer>('POST', apiPaths.join(board()), { invite, name })
      me = joined.me
      return joined
    },
    open: async () => {
      if (!isCut) known = await ask<BoardAnswer>('GET', apiPaths.board(board()))
      if (known === undefined) throw new Error('never seen')
      const tab = await openBoardSession({
        boardId: known.board.id,
        me: known.me,
        epoch: known.board.epoch,
        origin,
        environment: environment(),
      })
      tabs.add(tab)
      return {
        ...tab,
        close: () => {
          tabs.delete(tab)
          return tab.close()
        },
      }
    },
    command: async (command: Command) => {
      await ask('POST', apiPaths.commands(board()), command)
    },
    restored: (next: string) => {
      epoch = next
    },
    cut: () => {
      isCut = true
      for (const socket of sockets) socket.terminate()
      sockets.clear()
    },
    mend: () => {
      isCut = false
    },
    pass: (ms: number) => {
      passedMs += ms
    },
    forbidDatabases: () => {
      hasDatabases = false
    },
    sent: () => sent,
    forget: () => {
      cookie = ''
    },
    close: async () => {
      for (const tab of tabs) await tab.close()
    },
  }
}

const unreachable: Problem = { type: 'about:blank', title: 'No connection', status: 0, detail: 'No connection' }
