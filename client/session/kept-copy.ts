import { type BoardSnapshot, snapshotOf } from '../../shared/document/snapshot.ts'
import { openCopy } from './device/copy.ts'
import { openCopyBook } from './device/copy-book.ts'
import { isFromServer } from './device/from-server.ts'
import { browserEnvironment, type SessionEnvironment } from './environment.ts'

/** A board as this device last saw it, for somebody whose server has it no more; null where nothing is kept. */
export async function keptCopy(
  boardId: string,
  device: Pick<SessionEnvironment, 'storage' | 'indexedDB' | 'timers' | 'now'> = browserEnvironment(),
): Promise<BoardSnapshot | null> {
  const name = openCopyBook(device.storage, boardId, device.now).held().at(-1)
  if (name === undefined) return null
  const copy = await openCopy({ boardId, name, device, isFromServer })
  copy.release()
  return copy.documents.board.getMap('session').has('title') ? snapshotOf(copy.documents.board) : null
}
