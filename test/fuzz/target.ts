import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { openPlainBoard, type PlainBoard, type PlainPerson } from '../support/world.ts'

/** Megabytes that a server holds, all garbage collected. */
export interface Memory {
  readonly heap: number
  readonly resident: number
}

/** So many megabytes more than before are what the engine itself learns while it works, and no leak. */
export const mostGrowth = 10

/** A server of its own, with the boards and people that are made use of. */
export interface Target {
  readonly origin: string
  readonly port: number
  /** For messages: nobody commands anything here. */
  readonly board: PlainBoard
  /** For requests, commands among them. */
  readonly otherBoard: PlainBoard
  /** They are on both boards. Every fifth of them observes. */
  readonly people: readonly PlainPerson[]
  /** Of the other board. */
  readonly facilitators: readonly PlainPerson[]
  /** With which events are sent to the other board. */
  readonly token: string
  memory(): Promise<Memory>
  /** All that was rightly written goes with them: what the server holds then, it holds of what was spoilt. */
  deleteBoards(): Promise<void>
  /** Waits until no board is in memory: those out of files, that were brought well, stay for a minute. */
  letGo(): Promise<void>
  /** Errors that the server reported of itself. */
  errors(): readonly string[]
  /** Its exit code. */
  close(): Promise<number | null>
}

export async function openTarget(howMany: number): Promise<Target> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-fuzz-'))
  const preload = new URL('collect-garbage.mjs', import.meta.url)
  const server = await startServerProcess({ DATA_DIR: dataDir, HOST: '127.0.0.1' }, { preload })
  const origin = `http://127.0.0.1:${server.port}`
  const note = { section: 'lessons', text: 'Deploys stopped 😀' }
  const content = {
    notes: [note],
    themes: [{ label: 'Tools' }],
    actions: [{ title: 'Runbook' }],
    timeline: [{ at: '2018-10-21T22:52:00Z', event: 'Paged' }],
  }
  const board = await openPlainBoard(origin, content)
  const otherBoard = await openPlainBoard(origin, content)
  const people: PlainPerson[] = []
  for (let n = 0; n < howMany; n++) people.push(await board.person(`p${n}`, n % 5 === 4 ? 'observer' : 'participant'))
  const arrival = { invite: otherBoard.invites.participant, name: 'Somebody' }
  for (const { send } of people) await send('POST', `/api/boards/${otherBoard.id}/join`, arrival)
  const facilitators: PlainPerson[] = []
  for (let n = 0; n < howMany; n++) facilitators.push(await otherBoard.person(`f${n}`, 'facilitator'))
  const made: { readonly token: string } = await (
    await otherBoard.fay.send('POST', `/api/boards/${otherBoard.id}/timeline/token`)
  ).json()

  return {
    origin,
    port: server.port,
    board,
    otherBoard,
    people,
    facilitators,
    token: made.token,
    memory: () => memoryOf(server, origin),
    async deleteBoards() {
      for (const { fay, id } of [board, otherBoard]) await fay.send('DELETE', `/api/boards/${id}`)
    },
    async letGo() {
      for (let seconds = 0; seconds < 120 && (await metric(origin, 'boards')) > 0; seconds++) await pause(1000)
    },
    errors: () =>
      server
        .output()
        .split('\n')
        .filter((line) => /"level":(50|60)/.test(line) || /^\s+at /.test(line)),
    async close() {
      board.hangUp()
      otherBoard.hangUp()
      const { code } = await server.end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
      return code
    },
  }
}

/** Once it falls no more: sockets that were hung up on are held for some seconds. */
async function memoryOf(server: ServerProcess, origin: string): Promise<Memory> {
  let last = await memoryNow(server, origin)
  for (let tries = 0; tries < 20; tries++) {
    await pause(500)
    const now = await memoryNow(server, origin)
    if (now.heap > last.heap - 1) return now
    last = now
  }
  return last
}

async function memoryNow(server: ServerProcess, origin: string): Promise<Memory> {
  server.signal('SIGUSR2')
  const read = await metricsOf(origin)
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 102.4) / 10
  return {
    heap: megabytes(read('nodejs_heap_size_used_bytes') + read('nodejs_external_memory_bytes')),
    resident: megabytes(read('process_resident_memory_bytes')),
  }
}

async function metric(origin: string, name: string): Promise<number> {
  return (await metricsOf(origin))(name)
}

async function metricsOf(origin: string): Promise<(name: string) => number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  return (name) => Number(new RegExp(`^hindsight_${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
}
