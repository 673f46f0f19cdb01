import { type IDBPObjectStore, openDB } from 'idb'

/** Updates of one document in a database of this browser, under rising keys. Rejects whatever did not arrive there. */
export interface UpdateLog {
  /** What was put here after a key, oldest first; 0 for all. */
  since(key: number): Promise<readonly (readonly [key: number, update: Uint8Array])[]>
  append(update: Uint8Array): Promise<void>
  /** Puts one update in place of all there are; answers its key. */
  fold(whole: (found: readonly Uint8Array[]) => Uint8Array): Promise<number>
  close(): void
}

/** The store of y-indexeddb, whose layout this is. */
const updates = 'updates'

type Writable = IDBPObjectStore<unknown, ['updates'], 'updates', 'readwrite'>

function lastOf<T>({ transaction }: Writable, request: Promise<T>): Promise<T> {
  transaction.commit()
  return request
}

/** `gone` hears that the browser or another tab has taken the database away. */
export async function openUpdateLog(name: string, gone: () => void): Promise<UpdateLog> {
  const database = await openDB(name, 1, {
    upgrade: (fresh) => fresh.createObjectStore(updates, { autoIncrement: true }),
    blocking: gone,
    terminated: gone,
  })
  // A write has arrived when its transaction is through: a full disk shows only then. What the page's last moment brings
  // is committed at once: a transaction whose page is gone before it has ended is undone.
  const writing = async <T>(work: (store: Writable) => Promise<T>): Promise<T> => {
    const { store, done } = database.transaction(updates, 'readwrite')
    const [result] = await Promise.all([work(store), done])
    return result
  }

  return {
    since: async (key) => {
      const { store, done } = database.transaction(updates)
      const range = IDBKeyRange.lowerBound(key, true)
      const [keys, found] = await Promise.all([store.getAllKeys(range), store.getAll(range), done])
      return keys.map((each, at) => [Number(each), found[at]])
    },
    append: (update) => writing(async (store) => void (await lastOf(store, store.add(update)))),
    fold: (whole) =>
      writing(async (store) => {
        const all = whole(await store.getAll())
        await store.clear()
        return Number(await lastOf(store, store.add(all)))
      }),
    close: () => database.close(),
  }
}
