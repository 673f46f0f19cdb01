import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as Y from 'yjs'
import { createEntry } from '../../../shared/document/write.ts'
import { freePort } from '../../support/free-port.ts'
import { type Arena, addressOf, noteId, noteText, type Start } from '../contestant.ts'
import { Line, type Seat } from '../line.ts'
import { type ServerUnderTest, type StartOptions, startServerUnderTest } from '../server-under-test.ts'
import { hocuspocus, relayed, type Wire, yWebsocket } from '../wire.ts'

export const script = (name: string) => fileURLToPath(new URL(`../servers/${name}.mjs`, import.meta.url))

/** A raw `ws` relay: no document, no disk. */
export const startRelay: Start = async (_folder, options) => {
  const port = await freePort()
  const server = await startServerUnderTest(port, [script('relay'), String(port)], {}, options)
  let boards = 0
  return {
    server,
    async openBoard(people, notes) {
      boards += 1
      const seats = seatsAt(
        () => port,
        `board-${boards}`,
        people,
        () => relayed,
      )
      return { seats, state: Y.encodeStateAsUpdate(seed(notes)) }
    },
  }
}

/** As its own command starts it, with its own persistence on. */
export const startYWebsocketServer: Start = async (folder, options) => {
  const port = await freePort()
  const package_ = createRequire(import.meta.url).resolve('@y/websocket-server/package.json')
  const env = { HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: join(folder, 'leveldb') }
  return start(port, [join(dirname(package_), 'src/server.js')], env, options, () => yWebsocket)
}

export const startHocuspocus: Start = async (folder, options) => {
  const port = await freePort()
  return start(port, [script('hocuspocus'), String(port), join(folder, 'hocuspocus.sqlite')], {}, options, hocuspocus)
}

async function start(
  port: number,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  options: StartOptions,
  wire: (room: string) => Wire,
): Promise<Arena> {
  return peer(await startServerUnderTest(port, args, env, options), () => port, wire)
}

/** `portOf` says to which server a person comes. */
export function peer(server: ServerUnderTest, portOf: (person: number) => number, wire: (room: string) => Wire): Arena {
  let boards = 0
  return {
    server,
    async openBoard(people, notes) {
      boards += 1
      const seats = seatsAt(portOf, `board-${boards}`, people, wire)
      const bringing = await bring(seats[0]!, seed(notes))
      return { seats, settled: () => bringing.close() }
    },
  }
}

function seatsAt(
  portOf: (person: number) => number,
  room: string,
  people: number,
  wire: (room: string) => Wire,
): readonly Seat[] {
  return Array.from({ length: people }, (_, person) => ({
    url: `ws://127.0.0.1:${portOf(person)}/${room}`,
    wire: wire(room),
    headers: {},
    localAddress: addressOf(person),
  }))
}

/** The notes of a board, as Hindsight itself lays them out. */
function seed(notes: number): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (let nth = 0; nth < notes; nth++) {
      const note = { section: 'lessons', discussion: '', createdAt: 1_540_000_000_000, rank: 'a0', author: 'fay' }
      createEntry(doc, 'notes', noteId(nth), { ...note, text: noteText(nth) })
    }
  })
  return doc
}

/** The first person brings what is on the board, and another one gets it from the server. */
async function bring(seat: Seat, doc: Y.Doc): Promise<Line> {
  const bringing = new Line(seat, {}, doc)
  await bringing.synced
  for (;;) {
    const copy = new Y.Doc()
    const looking = new Line(seat, {}, copy)
    await looking.synced
    await looking.close()
    if (copy.getMap('notes').size === doc.getMap('notes').size) return bringing
  }
}
