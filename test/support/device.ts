import { WebSocket as NodeSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { openConnection } from '../../client/session/connection/connection.ts'
import { apiPaths } from '../../shared/api/paths.ts'
import { createEntry } from '../../shared/document/write.ts'
import type { PlainPerson } from './world.ts'

/** Our own client's connection to a board, without the rest of it, which writes as fast as it is called safe. */
export interface Device {
  /** What it wrote: labels of themes. */
  readonly written: readonly string[]
  beginWriting(): void
  stopWriting(): void
  /** Resolves once both documents are connected, and everything is on the server's disk. */
  isSaved(): Promise<void>
  /** When the attempt that brought it back last was due: how busy this process is does not matter. Milliseconds. */
  cameBackAt(): number
  close(): void
}

export function openDevice(origin: string, boardId: string, { id, cookie }: PlainPerson): Device {
  const documents = { board: new Y.Doc(), desk: new Y.Doc() }
  const awareness = { board: new Awareness(documents.board), desk: new Awareness(documents.desk) }
  const written: string[] = []
  let isWriting = false
  let dueAt = 0

  class Socket extends NodeSocket {
    constructor(url: string) {
      super(url, { headers: { Cookie: cookie } })
    }
  }
  const after = (ms: number, run: () => void) => {
    const due = performance.now() + ms
    const timer = setTimeout(() => {
      dueAt = due
      run()
    }, ms)
    return () => clearTimeout(timer)
  }
  const connection = openConnection({
    boardId,
    origin,
    documents,
    awareness,
    environment: {
      WebSocket: Socket as unknown as typeof WebSocket,
      random: Math.random,
      timers: { after, every: () => () => {} },
    },
    ask: async () => {
      const answer = await fetch(origin + apiPaths.board(boardId), { headers: { Cookie: cookie } }).catch(
        () => undefined,
      )
      return answer?.ok ? 'welcome' : 'no-answer'
    },
    ended: (why) => {
      throw new Error(`the server wants no more of ${id}: ${why}`)
    },
  })

  function write(): void {
    if (!isWriting || !connection.state.get().isSaved) return
    const label = `${id} ${written.length}`
    written.push(label)
    createEntry(documents.board, 'themes', label.replace(' ', '-'), { label, rank: 'a1' })
  }
  connection.state.subscribe(() => setImmediate(write))

  return {
    written,
    beginWriting() {
      isWriting = true
      write()
    },
    stopWriting() {
      isWriting = false
    },
    isSaved: () =>
      new Promise((resolve) => {
        const look = () => {
          if (!connection.state.get().isSaved) return
          stop()
          resolve()
        }
        const stop = connection.state.subscribe(look)
        look()
      }),
    cameBackAt: () => dueAt,
    close() {
      connection.close()
      for (const each of [awareness.board, awareness.desk]) each.destroy()
    },
  }
}
