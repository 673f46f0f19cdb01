import type { Me } from '../../shared/api/boards.ts'
import { type Attachment, type AttachOptions, attach } from './connection/attachment.ts'
import type { Ending } from './connection/connection.ts'
import { openCopy } from './device/copy.ts'
import type { CopyBook, CopyName } from './device/copy-book.ts'
import { isFromServer } from './device/from-server.ts'
import type { SessionEnvironment } from './environment.ts'
import { sameJson } from './equal.ts'
import { openOrphans, spreadMs } from './orphans.ts'
import { differences } from './salvage/differences.ts'
import { allAgain, type Part, partedAfter } from './salvage/left-out.ts'
import type { PutBack } from './salvage/put-back.ts'
import { isThere } from './salvage/reapply.ts'
import type { EndedBecause } from './saved-state.ts'
import { pause } from './waiting.ts'
import type { Cell } from './watched.ts'

export interface RecoveryOptions {
  readonly boardId: string
  readonly origin: string
  readonly me: Me
  readonly book: CopyBook
  readonly putBack: PutBack
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
  const { boardId, me, book, putBack, ended, environment } = options
  const orphans = openOrphans(options)
  let live: Cell<Attachment> | undefined
  let refusals = 0
  let ordering = Promise.resolve()
  /** The first connection may be over before anyone could hear of it. */
  let overAtOnce: Ending | undefined
  const pending = new Map<Attachment, (why: Ending) => void>()

  async function open(name: CopyName): Promise<Attachment> {
    const copy = await openCopy({ boardId, name, device: environment, isFromServer })
    const ask = async () => {
      // What another tab wrote, and did not live to send, goes with this one.
      await copy.catchUp()
      return options.ask()
    }
    return attach(copy, { ...options, ask, ended: over })
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
      case 'not-in-backup':
      case 'joined-after-backup':
        return ended.set(why)
      case 'no-such-board':
      case 'removed-from-board':
        return leave(attachment, why)
      case 'refused':
      case 'board-full':
      case 'desk-full':
      case 'too-many-entries':
      case 'too-large':
      case 'other-epoch':
        refusals += why === 'other-epoch' ? 0 : 1
        return putInOrder(nextAfter(attachment.copy.name), partedAfter(why, refusals > 1))
    }
  }

  async function leave(attachment: Attachment, because: 'no-such-board' | 'removed-from-board'): Promise<void> {
    const { base, documents } = attachment.copy
    putBack.list(
      differences(base, documents).map((difference) => ({ difference, because })),
      documents,
    )
    ended.set(because)
    book.settleAll()
    await attachment.close()
    await orphans.sweep()
  }

  /** The copy that another tab of mine has begun for the same reason, else a new one. */
  function nextAfter(name: CopyName): CopyName {
    const newer = book.newerThan(name)
    return newer?.person === me.id && newer.epoch === options.epoch() ? newer : book.renew(me.id, options.epoch())
  }

  /** One after the other: this tab and another one may both have cause to. */
  function putInOrder(name: CopyName, part: Part): Promise<void> {
    ordering = ordering.then(() => order(name, part))
    return ordering
  }

  async function order(name: CopyName, part: Part): Promise<void> {
    const mine = live?.get()
    if (live === undefined || mine === undefined || sameJson(mine.copy.name, name)) return
    ended.set('putting-in-order')
    mine.connection.close()
    const isRestored = name.epoch !== mine.copy.name.epoch
    if (isRestored) await pause(environment.timers, environment.random() * spreadMs)
    const next = await open(name)
    const why = await firstSync(next)
    if (why !== null) {
      await next.close()
      await pause(environment.timers, Math.min(1000 * 2 ** refusals, 30_000)) // a server that refuses all it is shown is not asked in a hurry
      void end(mine, why)
      return
    }
    live.set(next)
    const onto = next.copy.documents
    const changes = differences(mine.copy.base, mine.copy.documents).filter((each) => !isThere(each, onto))
    const { again, left } = part(changes)
    putBack.list(left, onto)
    if (isRestored && left.length === 0) putBack.writeAll(mine.copy, onto)
    else putBack.write(again, onto)
    ended.set(null)
    forgetRefusalsOnceSaved(next)
    await mine.close()
    book.settle(mine.copy.name)
    await orphans.sweep()
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

  function forgetRefusalsOnceSaved({ connection }: Attachment) {
    const stop = connection.state.subscribe(() => {
      if (!connection.state.get().isSaved) return
      refusals = 0
      putBack.arrived()
      stop()
    })
  }

  return {
    start: async (make) => {
      const first = await open(book.enter(me.id, options.epoch()))
      live = make(first)
      if (overAtOnce !== undefined) void end(first, overAtOnce)
      return live
    },
    follow: async () => {
      const mine = live?.get()
      const newer = mine === undefined ? null : book.newerThan(mine.copy.name)
      if (mine === undefined || newer === null) return
      if (newer.person === me.id) return putInOrder(newer, allAgain)
      // This browser is somebody else now, whose tab puts my copy in order.
      ended.set('no-identity')
      await mine.close()
    },
    adoptOrphans: async () => {
      if (live === undefined) return
      await orphans.adoptAll(live)
      forgetRefusalsOnceSaved(live.get())
    },
    sweep: orphans.sweep,
  }
}
