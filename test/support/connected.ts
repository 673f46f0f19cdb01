import 'fake-indexeddb/auto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { expect } from 'vitest'
import type { Surroundings } from '../../server/assemble.ts'
import { backUp } from '../../server/backup/back-up.ts'
import { restore } from '../../server/backup/restore.ts'
import type { Config } from '../../server/config.ts'
import { type RunningServer, startServer } from '../../server/start-server.ts'
import { realSurroundings } from '../../server/surroundings.ts'
import type { BoardAnswer, CreateBoard } from '../../shared/api/boards.ts'
import { apiPaths, type Invites } from '../../shared/api/paths.ts'
import { openTestBrowser, type TestBrowser } from './test-browser.ts'

/** A started server with one board, and browsers that reach it over real sockets. */
export interface ConnectedBoard {
  readonly id: string
  readonly origin: string
  readonly invites: Invites
  readonly fay: TestBrowser
  browser(): TestBrowser
  joined(name: string, role?: keyof Invites): Promise<TestBrowser>
  /** Stops the server and starts it again on the same port and data. */
  restart(): Promise<void>
  /** Copies what the server has, for `restore` to bring back as a store of another epoch. */
  backUp(): Promise<void>
  restore(): Promise<void>
  /** Brings back what was before there was any board. */
  restoreNothing(): Promise<void>
  close(): Promise<void>
}

export async function connectedBoard(
  body: Partial<CreateBoard> = {},
  limits: Partial<Pick<Surroundings, 'roomLimits'>> = {},
): Promise<ConnectedBoard> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-connected-'))
  const backup = `${dataDir}.backup`
  const config = (port: number): Config => ({
    port,
    host: '127.0.0.1',
    dataDir,
    publicUrl: undefined,
    secret: 'a secret of good length',
    logLevel: 'silent',
  })
  const surroundings = () => ({ ...realSurroundings('silent'), ...limits })
  let server: RunningServer = await startServer(config(0), surroundings())
  const restarted = async (meanwhile: () => Promise<void>) => {
    const { port } = server
    await server.close()
    await meanwhile()
    server = await startServer(config(port), surroundings())
  }
  const browsers: { close(): Promise<void> }[] = []
  const origin = `http://127.0.0.1:${server.port}`
  const board = { id: '' }
  const openBrowser = () => {
    const browser = openTestBrowser(origin, () => board.id)
    browsers.push(browser)
    return browser
  }
  const fay = openBrowser()
  const created = await fay.ask<BoardAnswer & { invites: Invites }>('POST', apiPaths.boards(), {
    title: 'Deploys stopped',
    name: 'Fay',
    ...body,
  })
  board.id = created.board.id
  fay.is(created.me)
  return {
    id: board.id,
    origin,
    invites: created.invites,
    fay,
    browser: openBrowser,
    joined: async (name, role = 'participant') => {
      const browser = openBrowser()
      await browser.join(created.invites[role], name)
      return browser
    },
    restart: () => restarted(async () => {}),
    backUp: async () => {
      expect(await backUp(config(0), backup)).toEqual({ boards: 1 })
    },
    restore: () =>
      restarted(async () => {
        expect(await restore(config(0), backup, { now: Date.now, newId: nanoid })).toMatchObject({ boards: 1 })
      }),
    restoreNothing: () => restarted(() => rm(dataDir, { recursive: true })),
    close: async () => {
      for (const browser of browsers) await browser.close()
      await server.close()
      for (const path of [dataDir, backup]) await rm(path, { recursive: true, force: true })
    },
  }
}
