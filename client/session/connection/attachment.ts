import { Awareness } from 'y-protocols/awareness'
import type { Copy } from '../device/copy.ts'
import type { SessionEnvironment } from '../environment.ts'
import { type Connection, type ConnectionOptions, type Ending, openConnection } from './connection.ts'

/** A copy on this device, connected to the server. */
export interface Attachment {
  readonly copy: Copy
  /** Who is here, as the board's connection hears it. */
  readonly awareness: Awareness
  readonly connection: Connection
  close(): Promise<void>
}

export interface AttachOptions {
  readonly boardId: string
  readonly origin: string
  readonly environment: SessionEnvironment
  readonly ask: ConnectionOptions['ask']
  readonly ended: (attachment: Attachment, why: Ending) => void
}

/** What was acknowledged is noted as base this long after it was, all at once. */
const confirmAfterMs = 1000

export function attach(copy: Copy, { boardId, origin, environment, ask, ended }: AttachOptions): Attachment {
  const awareness = { board: new Awareness(copy.documents.board), desk: new Awareness(copy.documents.desk) }
  // Nobody else is at a desk: there is nothing to show, and nobody to show it to.
  awareness.desk.setLocalState(null)
  const connection = openConnection({
    boardId,
    origin,
    documents: copy.documents,
    awareness,
    environment,
    ask,
    ended: (why) => ended(attachment, why),
  })
  let cancel: (() => void) | undefined
  let wasSaved = false
  const stop = connection.state.subscribe(() => {
    const { isUp, isSaved } = connection.state.get()
    // Whatever was written since would have said that it is not saved.
    if (wasSaved && !isUp) copy.confirm()
    wasSaved = isSaved
    if (!isSaved || cancel !== undefined) return
    cancel = environment.timers.after(confirmAfterMs, () => {
      cancel = undefined
      if (connection.state.get().isSaved) copy.confirm()
    })
  })
  const attachment: Attachment = {
    copy,
    awareness: awareness.board,
    connection,
    close: async () => {
      cancel?.()
      stop()
      if (connection.state.get().isSaved) copy.confirm()
      connection.close()
      awareness.board.destroy()
      awareness.desk.destroy()
      copy.release()
    },
  }
  return attachment
}
