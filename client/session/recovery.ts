import type { Me } from '../../shared/api/boards.ts'
import { askingIn } from './asking.ts'
import { type Attachment, type AttachOptions, attach } from './connection/attachment.ts'
import type { Ending } from './connection/connection.ts'
import { type Copy, deleteTrash, openCopy } from './device/copy.ts'
import type { CopyBook, CopyName } from './device/copy-book.ts'
import { isFromServer } from './device/from-server.ts'
import type { SessionEnvironment } from './environment.ts'
import { type Difference, type Documents, differences } from './salvage/differences.ts'
import { reapply } from './salvage/reapply.ts'
import { underNewIdentity } from './salvage/under-new-identity.ts'
import type { UnsavedBecause, UnsavedKeeper } from './salvage/unsaved.ts'
import type { EndedBecause } from './saved-state.ts'
import type { Cell } from './watched.ts'

export interface RecoveryOptions {
  readonly boardId: string
  readonly origin: string
  readonly me: Me
  readonly keepsCopy: boolean
  readonly book: CopyBook
  readonly unsaved: UnsavedKeeper
  readonly ended: Cell<EndedBecause | null>
  readonly environment: SessionEnvironment
  readonly ask: AttachOptions['ask']
  /** The server's, by its newest answer. */
  readonly epoch: () => string
}

/** Keeps a board attached, and puts my copy in order when the server does not take it any more. */
export interface Recovery {
  /** The first attachment; after it was replaced, `live` holds another. */
  start(live: (first: Attachment) => Cell<Attachment>): Promise<Cell<Attachment>>
  /** Another tab has begun a new copy: joins it, with what this tab has not sent yet. */
  follow(): Promise<void>
  /** Puts copies in order that an earlier identity, a restored server or a crash has left. */
  adoptOrphans(): Promise<void>
  /** Deletes copies that nobody needs, as far as nobody has them open. */
  sweep(): Promise<void>
}

/**
 * Salvage as a course of events: the server's copy is loaded beside mine, my differences are written onto it as far as I
 * may, the rest is listed, and only then is it shown instead of mine. A crash at any point leaves both on the device. [SALVAGE3]
 */
export function openRecovery(options: RecoveryOptions): Recovery {
  const { boardId, me, book, unsaved, ended, environment } = options
  let live: Cell<Attachment> | undefined
  let refusals = 0
  /** The first connection may be over before anyone could hear of it. */
  let overAtOnce: Ending | undefined
  const pending = new Map<Attachment, (why: Ending) => void>()

  async function open(name: CopyName): Promise<Attachment> {
    const copy = await openCopy({ boardId, name, keepsCopy: options.keepsCopy, isFromServer })
    return attach(copy, { ...options, ended: over })
  }

  function over(attachment: Attachment, why: Ending) {
    const waits = pending.get(attachment)
    if (waits !== undefined) return waits(why)
    if (live === undefined) overAtOnce = why
    else if (attachment === live.get()) void end(attachment, why)
  }

  async function end(attachment: Attachment, why: Ending): Promise<void> {
    switch (why) {
      case 'no-identity':
      case 'page-too-old':
        return ended.set(why)
      case 'no-such-board':
      case 'removed-from-board':
        keepAll(attachment.copy, why)
        ended.set(why)
        book.settleAll()
        await attachment.close()
        return sweep()
      case 'refused':
      case 'too-large':
      case 'other-epoch':
        refusals += why === 'other-epoch' ? 0 : 1
        return putInOrder(book.renew(me.id, options.epoch()), refusals > 1 || why === 'too-large')
    }
  }

  function keepAll(copy: Copy, because: UnsavedBecause) {
    const changes = differences(copy.base, copy.documents)
    unsaved.keep(
      changes.map((difference) => ({ difference, because })),
      copy.documents,
    )
  }

  /** With `onlyList` nothing is written again: it has been refused before. */
  async function putInOrder(name: CopyName, onlyList: boolean): Promise<void> {
    const mine = live?.get()
    if (live === undefined || mine === undefined) return
    ended.set('putting-in-order')
    mine.connection.close()
    const next = await open(name)
    const why = await firstSync(next)
    if (why !== null) {
      await next.close()
      await pause(refusals)
      return end(mine, why)
    }
    const changes = differences(mine.copy.base, mine.copy.documents)
    live.set(next)
    save(changes, next.copy.documents, onlyList)
    ended.set(null)
    forgetRefusalsOnceSaved(next)
    await mine.close()
    book.settle(mine.copy.name)
    await sweep()
  }

  function save(changes: readonly Difference[], onto: Documents, onlyList: boolean) {
    const leftOvers = onlyList
      ? changes.map((difference) => ({ difference, because: 'not-accepted' as const }))
      : reapply(changes, onto, askingIn(onto.board, me))
    unsaved.keep(leftOvers, onto)
  }

  function firstSync(attachment: Attachment): Promise<Ending | null> {
    const { state } = attachment.connection
    return new Promise((resolve) => {
      const done = (why: Ending | null) => {
        stop()
        pending.delete(attachment)
        resolve(why)
      }
      const stop = state.subscribe(() => {
        if (state.get().isSynced) done(null)
      })
      pending.set(attachment, done)
      if (state.get().isSynced) done(null)
    })
  }

  /** A server that refuses whatever it is shown is not asked in a hurry. */
  function pause(times: number): Promise<void> {
    return new Promise((resolve) => {
      environment.timers.after(Math.min(1000 * 2 ** times, 30_000), resolve)
    })
  }

  function forgetRefusalsOnceSaved({ connection }: Attachment) {
    const stop = connection.state.subscribe(() => {
      if (!connection.state.get().isSaved) return
      refusals = 0
      stop()
    })
  }

  const sweep = () => deleteTrash(environment.indexedDB, boardId, book)

  return {
    start: async (make) => {
      const first = await open(book.enter(me.id, options.epoch()))
      live = make(first)
      if (overAtOnce !== undefined) void end(first, overAtOnce)
      return live
    },
    follow: async () => {
      if (live && book.isOutdated(live.get().copy.name)) await putInOrder(book.enter(me.id, options.epoch()), false)
    },
    adoptOrphans: async () => {
      for (let name = book.takeOrphan(); name !== null; name = book.takeOrphan()) {
        const copy = await openCopy({ boardId, name, keepsCopy: options.keepsCopy, isFromServer })
        const changes = differences(copy.base, copy.documents)
        const mine = name.person === me.id ? changes : underNewIdentity(changes, environment.newId)
        if (live) save(mine, live.get().copy.documents, false)
        await copy.release()
        book.settle(name)
      }
    },
    sweep,
  }
}
