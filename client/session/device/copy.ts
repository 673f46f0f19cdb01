import type { Documents } from '../salvage/differences.ts'
import type { CopyBook, CopyName } from './copy-book.ts'
import { type IsFromServer, openReplica } from './replica.ts'

/** A board and my desk in this browser. */
export interface Copy {
  readonly name: CopyName
  readonly documents: Documents
  /** What the server is known to have of them. */
  readonly base: Documents
  /** Whether it survives a reload. */
  readonly keepsCopy: boolean
  /** All of it is safe now. */
  confirm(): void
  /** Stops writing to the device; what is in memory stays. */
  release(): Promise<void>
}

export interface CopyOptions {
  readonly boardId: string
  readonly name: CopyName
  readonly keepsCopy: boolean
  readonly isFromServer: IsFromServer
}

export async function openCopy({ boardId, name, keepsCopy, isFromServer }: CopyOptions): Promise<Copy> {
  const [boardName, deskName] = databaseNames(boardId, name)
  const [board, desk] = await Promise.all([
    openReplica(boardName, keepsCopy, isFromServer),
    openReplica(deskName, keepsCopy, isFromServer),
  ])
  return {
    name,
    documents: { board: board.doc, desk: desk.doc },
    base: { board: board.base, desk: desk.base },
    keepsCopy,
    confirm: () => {
      board.confirm()
      desk.confirm()
    },
    release: async () => {
      await Promise.all([board.release(), desk.release()])
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
    const request = factory.deleteDatabase(name)
    request.onsuccess = () => resolve(true)
    request.onerror = () => resolve(false)
    request.onblocked = () => resolve(false)
  })
}
