import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createEntry } from '../../shared/document/write.ts'
import { Chance } from '../support/chance.ts'
import { tamper } from '../support/damage.ts'
import { startServerProcess } from '../support/server-process.ts'
import { openPlainBoard } from '../support/world.ts'
import { Crowd } from './crowd.ts'
import { brokenPromises, faultsOf } from './kept.ts'
import { readKilledStore } from './killed-store.ts'
import type { Outcome } from './outcome.ts'
import { documentName, type Promised, Promises } from './promises.ts'
import { torture } from './torture.ts'

describe('a server that is killed over and over while people work', () => {
  let outcome: Outcome

  beforeAll(async () => {
    outcome = await torture({ kills: 3, boards: 2, people: 4, seed: 51, seconds: 40, say: () => {} })
  }, 120_000)

  it('[TORTURE1] has all that was called saved, was answered or was sent to anybody', () => {
    const { lost, kills, counts } = outcome
    expect(lost).toEqual([])
    expect([...kills.values()].reduce((sum, each) => sum + each, 0)).toBe(3)
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(10)
  })

  it('[TORTURE2] is found by everyone as they left it: nothing missing, nothing there twice', () => {
    expect(outcome.faults).toEqual([])
    expect(outcome.agreements).toBeGreaterThan(0)
  })
})

describe('what a torture finds', () => {
  let DATA_DIR: string
  let promises: readonly Promised[]

  beforeAll(async () => {
    DATA_DIR = await mkdtemp(join(tmpdir(), 'hindsight-found-'))
    const server = await startServerProcess({ DATA_DIR })
    const heard = new Promises()
    const board = await openPlainBoard(server.url)
    const fay = board.fay.board({ witness: heard.witness(documentName(board.id, 'board')) })
    await fay.synced()
    createEntry(fay.doc, 'themes', 'alerts', { label: 'alerts', rank: 'a1' })
    await fay.saved()
    heard.answered({ what: 'board', board: board.id })
    heard.answered({ what: 'member', board: board.id, person: board.fay.id })
    board.hangUp()
    await server.end('SIGTERM')
    promises = heard.take()
    return () => rm(DATA_DIR, { recursive: true, force: true })
  })

  it('[TORTURE3] is nothing where a store keeps what was promised', async () => {
    const store = await readKilledStore(DATA_DIR)
    expect([faultsOf(store), brokenPromises(store, promises)]).toEqual([[], []])
    expect(promises.filter((promised) => promised.what === 'update' && promised.how === 'saved')).toHaveLength(1)
  })

  it('[TORTURE3] is each thing that a store has lost', async () => {
    tamper(DATA_DIR, 'DELETE FROM updates WHERE seq = (SELECT max(seq) FROM updates)')
    tamper(DATA_DIR, 'DELETE FROM bindings WHERE person IS NULL')
    tamper(DATA_DIR, 'DELETE FROM members')
    const store = await readKilledStore(DATA_DIR)
    expect(faultsOf(store)).toEqual([
      expect.stringContaining('has holes'),
      expect.stringContaining('belongs to nobody'),
    ])
    // What was saved comes back to its writer with what the server noted beside it, and is lost with it.
    expect(brokenPromises(store, promises)).toEqual([
      expect.stringContaining('had received'),
      expect.stringContaining('who had joined'),
    ])
  })

  it('[TORTURE3] is what a server does not show, although it is stored', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-unread-'))
    const server = await startServerProcess({ DATA_DIR: dataDir })
    const crowd = await Crowd.open(server.url, { boards: 1, people: 2 }, new Chance(1), new Promises())
    const store = await readKilledStore(dataDir)
    const life = new AbortController().signal
    expect(await crowd.unread(store, life)).toEqual([])
    const [name] = [...store.documents.keys()].filter((each) => each.endsWith('/board'))
    createEntry(store.documents.get(name!)!, 'themes', 'alerts', { label: 'alerts', rank: 'a1' })
    expect(await crowd.unread(store, life)).toEqual([`lost: some of ${name}, which is stored and is not read`])
    crowd.close()
    await server.end('SIGTERM')
    await rm(dataDir, { recursive: true, force: true })
  })
})
