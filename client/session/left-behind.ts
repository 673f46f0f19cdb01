import { deleteTrash, openCopy } from './device/copy.ts'
import { openCopyBook } from './device/copy-book.ts'
import { isFromServer } from './device/from-server.ts'
import { browserEnvironment, type SessionEnvironment } from './environment.ts'
import { differences } from './salvage/differences.ts'
import { keepUnsaved, type Unsaved, unsavedWords } from './salvage/unsaved.ts'

/** Words that lie on this device for a board which it can't open any more. */
export interface LeftBehind {
  readonly words: readonly Unsaved[]
  /** Their writer has copied them, or does not want them: nothing of the board stays on the device. */
  forget(): Promise<void>
}

type Device = Pick<SessionEnvironment, 'storage' | 'indexedDB' | 'timers' | 'now'>

/**
 * What was written here and never sent, for somebody who comes back to a board that is gone or that they are not on.
 *
 * @remarks
 * The copies stay until they are forgotten: who lost a cookie joins again, and then they are put in order. [SALVAGE9]
 */
export async function leftBehind(
  boardId: string,
  because: 'no-such-board' | 'removed-from-board',
  device: Device = browserEnvironment(),
): Promise<LeftBehind> {
  const book = openCopyBook(device.storage, boardId, device.now)
  const words: Unsaved[] = []
  const keepers = book.people().map((person) => keepUnsaved({ storage: device.storage, boardId, person }))
  for (const name of book.held()) {
    const copy = await openCopy({ boardId, name, device, isFromServer })
    const changes = differences(copy.base, copy.documents)
    words.push(...changes.flatMap((difference) => unsavedWords({ difference, because }, copy.documents)))
    copy.release()
  }
  return {
    words: [...keepers.flatMap((keeper) => keeper.list.get()), ...words],
    forget: async () => {
      for (const keeper of keepers) keeper.take(() => true)
      book.settleAll()
      await deleteTrash(device.indexedDB, boardId, book)
    },
  }
}
