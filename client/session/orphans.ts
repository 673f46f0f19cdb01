import type { Attachment } from './connection/attachment.ts'
import { deleteTrash, openCopy } from './device/copy.ts'
import type { CopyName } from './device/copy-book.ts'
import { isFromServer } from './device/from-server.ts'
import type { RecoveryOptions } from './recovery.ts'
import { differences } from './salvage/differences.ts'
import { underNewIdentity } from './salvage/under-new-identity.ts'
import { pause } from './waiting.ts'
import type { Watched } from './watched.ts'

/** Copies that an earlier identity, a restored server or a crash has left on this device. */
export interface Orphans {
  /** Puts what they hold onto the board that is open, each once. */
  adoptAll(live: Watched<Attachment>): Promise<void>
  /** Deletes copies that nobody needs, as far as nobody has them open. */
  sweep(): Promise<void>
}

type Options = Pick<RecoveryOptions, 'boardId' | 'me' | 'book' | 'putBack' | 'environment' | 'epoch'>

/** Everybody comes back at once, and what two people put back at the same moment is refused to the second. */
export const spreadMs = 3000

export function openOrphans({ boardId, me, book, putBack, environment, epoch }: Options): Orphans {
  async function adopt(name: CopyName, live: Watched<Attachment>): Promise<void> {
    const copy = await openCopy({ boardId, name, device: environment, isFromServer })
    const isRestored = name.epoch !== epoch()
    if (isRestored) await pause(environment.timers, environment.random() * spreadMs)
    const onto = live.get().copy.documents
    const changes = differences(copy.base, copy.documents)
    if (name.person !== me.id) putBack.write(underNewIdentity(changes, environment.newId), onto)
    else if (isRestored) putBack.writeAll(copy, onto)
    else putBack.write(changes, onto)
    copy.release()
    book.settle(name)
  }

  return {
    adoptAll: async (live) => {
      for (let name = book.takeOrphan(); name !== null; name = book.takeOrphan()) await adopt(name, live)
    },
    sweep: () => deleteTrash(environment.indexedDB, boardId, book),
  }
}
