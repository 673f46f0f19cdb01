import type { Documents } from '../salvage/differences.ts'
import { everyOf, type Watched } from '../watched.ts'
import type { CopyBook, CopyName } from './copy-book.ts'
import { type IsFromServer, openReplica } from './replica.ts'
import type { Device } from './shelf.ts'

/** A board and my desk in this browser. */
export interface Copy {
  readonly name: CopyName
  readonly documents: Documents
  /** What the server is known to have of them. */
  readonly base: Documents
  /** Whether it survives a reload. */
  readonly isKept: Watched<boolean>
  /** All of it is safe now. */
  confirm(): void
  /** Takes in what other tabs have written meanwhile. */
  catchUp(): Promise<void>
  /** Stops writing to the device; what is in memory stays. */
  release(): void
}

export interface CopyOptions {
  readonly boardId: string
  readonly name: CopyName
  readonly device: Device
  readonly isFromServer: IsFromServer
}

export async function openCopy({ boardId, name, device, isFromServer }: CopyOptions): Promise<Copy> {
  const [boardName, deskName] = databaseNames(boardId, name)
  const [board, desk] = await Promise.all([
    openReplica(boardName, device, isFromServer),
    openReplica(deskName, device, isFromServer),
  ])
  return {
    name,
    documents: { board: board.doc, desk: desk.doc },
    get base() {
      return { board: board.base, desk: desk.base }
    },
    isKept: everyOf([board.isKept, desk.isKept]),
    confirm: () => {
      board.confirm()
      desk.confirm()
    },
    catchUp: async () => {
      await Promise.all([board.catchUp(), desk.catchUp()])
    },
    release: () => {
      board.release()
      desk.release()
    },
  }
}

/** Deletes the copies that nobody needs, as far as nobody has them open; the others another time. */
export async function deleteTrash(factory: IDBFactory | null, boardId: string, book: CopyBook): Promise<void> {
  if (factory === null) return
  for (const name of book.trash()) if (await deleteCopy(factory, boardId, name)) book.deleted(name)
}

async function deleteCopy(factory: IDBFactory, boardId: string, name: CopyName): Promise<boolean> {
  const databases = databaseNames(boardId, name).flatMap((each) => [each, `${each}/base`])
  const gone = await Promise.all(databases.map((each) => deleteDatabase(factory, each)))
  return gone.every(Boolean)
}

function databaseNames(boardId: string, { person, epoch, generation }: CopyName): readonly [string, string] {
  const name = (document: string) => ['hindsight', boardId, person, document, epoch, generation].join('/')
  return [name('board'), name('desk')]
}

function deleteDatabase(factory: IDBFactory, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = factory.deleteDatabase(name)
      request.onsuccess = () => resolve(true)
      request.onerror = () => resolve(false)
      request.onblocked = () => resolve(false)
    } catch {
      resolve(false) // that is how some browsers forbid it
    }
  })
}
