import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'

/** One document in this browser, and on this device where the browser keeps anything. */
export interface Replica {
  readonly doc: Y.Doc
  /** What the server is known to have on disk of it. What `doc` has beyond this is not safe yet. */
  readonly base: Y.Doc
  /** All of `doc` is safe now. */
  confirm(): void
  /** Stops writing to the device; what is in memory stays. */
  release(): Promise<void>
}

/** Updates that came from the server carry this origin: they are safe already. */
export type IsFromServer = (origin: unknown) => boolean

/** Resolves once what the device keeps is loaded. */
export async function openReplica(name: string, keepsCopy: boolean, isFromServer: IsFromServer): Promise<Replica> {
  const doc = new Y.Doc()
  const base = new Y.Doc()
  const stored = keepsCopy ? [keep(name, doc), keep(`${name}/base`, base)] : []
  await Promise.all(stored.map((each) => each.whenSynced))
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (isFromServer(origin)) Y.applyUpdate(base, update)
  })
  return {
    doc,
    base,
    confirm: () => Y.applyUpdate(base, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(base))),
    release: async () => {
      await Promise.all(stored.map((each) => each.destroy()))
    },
  }
}

function keep(name: string, doc: Y.Doc): IndexeddbPersistence {
  const kept = new IndexeddbPersistence(name, doc)
  // Another tab deletes this copy: what is written from now on stays in memory, instead of failing.
  void kept.whenSynced.then(({ db }) => db?.addEventListener('versionchange', () => kept.destroy()))
  return kept
}
