import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { roomLimits } from '../../server/limits.ts'
import { readFlat } from '../../shared/document/read.ts'
import { createEntry, flatTextOf } from '../../shared/document/write.ts'
import { type Disk, openDisk } from '../support/disk.ts'
import { labels } from '../support/labels.ts'
import { type LogBook, openLogBook } from '../support/log-book.ts'
import type { PlainClient } from '../support/plain-client.ts'
import { openWorld, type World } from '../support/world.ts'

let disk: Disk
let book: LogBook
let world: World

beforeEach(async () => {
  disk = openDisk()
  book = openLogBook()
  world = await openWorld({
    surroundings: { openFile: disk.openFile, log: book.log, roomLimits: { ...roomLimits, restMs: 50 } },
  })
})

afterEach(() => world.close())

const summary = (doc: Y.Doc) => readFlat(doc, 'incident').summary
/** More than fits into what is left of a page. */
const long = 'Deploys stopped at nine. '.repeat(800)

/** Readiness is looked at anew once a second. */
const patience = { timeout: 10_000 }

const readiness = async () => (await fetch(`${world.origin}/readyz`)).status

const presences = ({ provider }: PlainClient) => [...provider.awareness.getStates().values()]

async function storedBoard(): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const stored = await world.server.store.boards.load(world.id)
  for (const update of stored?.documents.get('board') ?? []) Y.applyUpdate(doc, update)
  return doc
}

describe('a store that fails while people edit', () => {
  it.each([
    ['full', 'fill'],
    ['read-only', 'protect'],
    ['locked', 'lock'],
  ] as const)(
    '[STORE11] calls nothing saved while it is %s, sends everyone away to try again, and has it all once it works',
    async (kind, fails) => {
      const [ana, ben] = [(await world.person('ana')).board(), (await world.person('ben')).board()]
      await Promise.all([ana.saved(), ben.saved()])
      await disk[fails]()

      ana.doc.transact(() => {
        createEntry(ana.doc, 'themes', 'alerts', { label: 'alerts', rank: 'a1' })
        flatTextOf(ana.doc, 'incident', 'summary')?.insert(0, long)
      })
      let isSaved = false
      const saved = ana.saved().then(() => {
        isSaved = true
      })
      expect([(await ana.closed).code, (await ben.closed).code]).toEqual([4500, 4500])
      createEntry(ben.doc, 'themes', 'deploys', { label: 'deploys', rank: 'a2' })
      const refused = await world.fay.send('POST', '/api/boards', {
        title: 'Slow',
        name: 'Fay',
        incident: { summary: long },
      })
      expect([refused.status, refused.headers.get('Retry-After'), await refused.json()]).toEqual([
        503,
        '5',
        expect.objectContaining({ type: 'store-fails' }),
      ])
      expect(await readiness()).toBe(503)
      // Somebody who is back and writes brings the board down once more, and whoever asks just then is asked to wait.
      const asking = async () => (await world.fay.send('GET', `/api/boards/${world.id}`)).status
      await vi.waitFor(async () => expect(await asking()).toBe(200), patience)
      expect([isSaved, labels(ben.doc), labels(await storedBoard())]).toEqual([false, ['deploys'], []])
      expect(book.errors()).toContainEqual(
        expect.objectContaining({ kind, message: expect.stringMatching(/goes? on by itself$/) }),
      )

      await disk.mend()
      await Promise.all([
        saved,
        ben.saved(),
        ana.sees((doc) => labels(doc).length === 2),
        ben.sees((doc) => labels(doc).length === 2),
      ])
      const stored = await storedBoard()
      expect([labels(stored).sort(), summary(stored) === long]).toEqual([['alerts', 'deploys'], true])
      await vi.waitFor(async () => expect(await readiness()).toBe(200), patience)
    },
  )

  it('[STORE12] tells that it can’t be written before anybody has tried to', async () => {
    expect(await readiness()).toBe(200)
    await disk.protect()
    await vi.waitFor(async () => expect(await readiness()).toBe(503), patience)
    await disk.mend()
    await vi.waitFor(async () => expect(await readiness()).toBe(200), patience)
  })
})

describe('a store that takes its time', () => {
  it('[STORE13] delays the saved sign and nothing else: boards are opened, answered and shown as before', async () => {
    const [ana, ben] = [await world.person('ana'), await world.person('ben')]
    const [mine, theirs] = [ana.board(), ben.board()]
    mine.provider.awareness.setLocalState({ hand: null })
    await vi.waitFor(() => expect(presences(theirs)).toContainEqual(expect.objectContaining({ hand: null })), patience)
    await Promise.all([mine.saved(), theirs.saved()])
    const second = await (await world.fay.send('POST', '/api/boards', { title: 'Slow', name: 'Fay' })).json()

    await disk.delay()
    createEntry(mine.doc, 'themes', 'alerts', { label: 'alerts', rank: 'a1' })
    let isSaved = false
    const saved = mine.saved().then(() => {
      isSaved = true
    })
    let turns = 0
    const spinning = setInterval(() => {
      turns += 1
    }, 1)
    const elsewhere = await world.fay.send('GET', `/api/boards/${second.board.id}`)
    const listed = await world.fay.send('GET', '/api/boards')
    const clock = await world.fay.send('GET', '/api/time')
    mine.provider.awareness.setLocalState({ hand: 1 })
    await vi.waitFor(() => expect(presences(theirs)).toContainEqual(expect.objectContaining({ hand: 1 })), patience)
    await vi.waitFor(() => expect(turns).toBeGreaterThan(200), patience)
    clearInterval(spinning)
    expect([elsewhere.status, listed.status, clock.status, isSaved, labels(theirs.doc)]).toEqual([
      200,
      200,
      200,
      false,
      [],
    ])

    await disk.mend()
    await saved
    await theirs.sees((doc) => labels(doc).length === 1)
  })
})
