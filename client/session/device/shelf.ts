import * as Y from 'yjs'
import type { SessionEnvironment } from '../environment.ts'
import { cell, derived, type Watched } from '../watched.ts'
import { openUpdateLog, type UpdateLog } from './update-log.ts'

/** What a shelf takes from the browser. */
export type Device = Pick<SessionEnvironment, 'indexedDB' | 'timers'>

/** A document's place on this device. */
export interface Shelf {
  /** All of the document lies here, to be found again after a reload. */
  readonly isKept: Watched<boolean>
  /** Takes in what other tabs have put here meanwhile. */
  catchUp(): Promise<void>
  /** Stops writing; what is in memory stays. */
  release(): void
}

/** Some browsers never answer instead of refusing. */
const patienceMs = 3000
/** After a write that failed: the disk may have been cleared. */
const againMs = 5000
/** So many updates are folded into one. */
const foldAt = 500

/**
 * Keeps a document on this device, and says whether it does. Resolves once what lies there is loaded, or can't be.
 *
 * @remarks
 * y-indexeddb doesn't tell whether a write arrived. On a full disk it goes on without a word, and an update that is
 * missing hides all later ones after a reload; so what failed here is written again, whole. A database that was taken
 * away stays away: the copy was dropped, or somebody cleared the browser. [DEVICE1] [DEVICE2]
 */
export async function openShelf(name: string, doc: Y.Doc, device: Device): Promise<Shelf> {
  const state = cell<'behind' | 'kept' | 'gone'>('behind')
  const ours = {}
  let log: UpdateLog | undefined
  let isOver = false
  let hasMissed = false
  let seen = 0
  let rows = 0
  let cancelRetry: (() => void) | undefined

  const stop = () => {
    if (isOver) return
    isOver = true
    doc.off('update', put)
    cancelRetry?.()
    log?.close()
    log = undefined
  }
  const gone = () => {
    stop()
    state.set('gone')
  }

  function put(update: Uint8Array, origin: unknown) {
    if (origin === ours) return
    if (state.get() === 'behind') hasMissed = true
    else if (log !== undefined) void tried(log.append(update), counted)
  }

  function counted() {
    rows += 1
    if (rows >= foldAt) fold()
  }

  function fold() {
    if (log === undefined) return
    rows = 0
    const whole = (found: readonly Uint8Array[]) => {
      takeIn(found)
      hasMissed = false
      return Y.encodeStateAsUpdate(doc)
    }
    void tried(log.fold(whole), (key) => {
      seen = key
      if (hasMissed) fold()
      else state.set('kept')
    })
  }

  async function tried<T>(work: Promise<T>, then: (result: T) => void): Promise<void> {
    try {
      then(await work)
    } catch {
      if (log === undefined) return
      state.set('behind')
      cancelRetry ??= device.timers.after(againMs, () => {
        cancelRetry = undefined
        fold()
      })
    }
  }

  function takeIn(found: readonly Uint8Array[]) {
    for (const update of found) Y.applyUpdate(doc, update, ours)
  }

  function load(found: Awaited<ReturnType<UpdateLog['since']>>) {
    takeIn(found.map(([, update]) => update))
    seen = found.at(-1)?.[0] ?? seen
    rows = Math.max(rows, found.length)
  }

  async function open(): Promise<void> {
    try {
      const opened = await openUpdateLog(name, gone)
      if (isOver) return opened.close()
      log = opened
      load(await log.since(0))
    } catch {
      return gone() // forbidden, unreadable, or no room for a database: `isKept` says so
    }
    if (isOver) return
    if (hasMissed) fold()
    else state.set('kept')
  }

  doc.on('update', put)
  if (device.indexedDB === null) gone()
  else await soon(open(), device)

  return {
    isKept: derived(state, (now) => now === 'kept'),
    catchUp: async () => {
      if (log !== undefined) await tried(log.since(seen), load)
    },
    release: stop,
  }
}

/** Resolves when the work is done, or when it has taken too long to wait for. */
function soon(work: Promise<void>, { timers }: Device): Promise<void> {
  return new Promise((resolve) => {
    const cancel = timers.after(patienceMs, resolve)
    void work.finally(() => {
      cancel()
      resolve()
    })
  })
}
