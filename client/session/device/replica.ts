import * as Y from 'yjs'
import { everyOf, type Watched } from '../watched.ts'
import { type Device, openShelf } from './shelf.ts'

/** One document in this browser, and on this device where the browser keeps anything. */
export interface Replica {
  readonly doc: Y.Doc
  /** What the server is known to have on disk of it. What `doc` has beyond this is not safe yet. */
  readonly base: Y.Doc
  /** Both survive a reload. */
  readonly isKept: Watched<boolean>
  /** All of `doc` is safe now. */
  confirm(): void
  /** Takes in what other tabs have written meanwhile, and what of it is safe. */
  catchUp(): Promise<void>
  /** Stops writing to the device; what is in memory stays. */
  release(): void
}

/** What the server sent is shown first; that it is safe is noted so long after, or as soon as somebody asks. */
const noteAfterMs = 200

/** Updates that came from the server carry this origin: they are safe already. */
export type IsFromServer = (origin: unknown) => boolean

/** Resolves once what the device keeps is loaded. */
export async function openReplica(name: string, device: Device, isFromServer: IsFromServer): Promise<Replica> {
  const doc = new Y.Doc()
  const base = new Y.Doc()
  const [kept, keptBase] = await Promise.all([openShelf(name, doc, device), openShelf(`${name}/base`, base, device)])
  // They are two databases: a crash may have come between.
  const hold = () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(base, Y.encodeStateVector(doc)))
  hold()
  let received: Uint8Array[] = []
  let cancel: (() => void) | undefined
  const note = () => {
    cancel?.()
    cancel = undefined
    const noted = received
    received = []
    for (const update of noted) Y.applyUpdate(base, update)
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (!isFromServer(origin)) return
    received.push(update)
    cancel ??= device.timers.after(noteAfterMs, note)
  })
  return {
    doc,
    get base() {
      note()
      return base
    },
    isKept: everyOf([kept.isKept, keptBase.isKept]),
    confirm: () => {
      note()
      Y.applyUpdate(base, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(base)))
    },
    catchUp: async () => {
      note()
      await Promise.all([kept.catchUp(), keptBase.catchUp()])
      hold()
    },
    release: () => {
      note()
      kept.release()
      keptBase.release()
    },
  }
}
