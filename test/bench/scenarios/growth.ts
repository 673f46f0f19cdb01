import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as Y from 'yjs'
import { textOf } from '../../../shared/document/write.ts'
import { type Board, noteId } from '../contestant.ts'
import { Line } from '../line.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { pause, seatWriter, seeded, within } from '../typing.ts'

/** What one person says, all of them at once: a server that reads a person no faster than it likes needs no longer for it. */
const editsEach = 5000
const notes = 50

/** How a board grows with what is typed into it, and how long it then takes to load. */
export const growth: Scenario = {
  name: 'growth',
  sizes: [1000, 10_000, 100_000],
  of: 'edits',
  contestants: ['hindsight', 'before', 'y-websocket-server', 'hocuspocus'],
  run,
}

/** What doubling the edits does. */
export const moreEdits: Scenario = {
  ...growth,
  name: 'twice-the-edits',
  sizes: [12_500, 25_000, 50_000],
  mostRounds: 1,
  contestants: ['hindsight'],
}

async function run({ people: edits, folder, start }: Setting): Promise<Measures> {
  const writers = Math.ceil(edits / editsEach)
  const first = await start()
  const board = await first.openBoard(writers + 1, notes)
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(board, writer, edits / writers)))
  await board.settled?.()
  await pause(3000) // Hocuspocus stores two seconds after the last change
  await first.server.stop()
  const bytes = await sizeOf(folder)

  const second = await start()
  const empty = await second.server.collected()
  const port = (url: string) => url.replace(/:\d+\//, `:${second.server.port}/`)
  const seat = { ...board.seats[writers]!, url: port(board.seats[writers]!.url) }
  const doc = new Y.Doc()
  const startedAt = performance.now()
  const line = new Line(seat, {}, doc)
  await line.synced
  const isWhole = await within(30_000, () => lettersIn(doc) >= edits)
  const loadMs = performance.now() - startedAt
  const loaded = await second.server.collected()
  await second.server.end()
  return {
    'on disk KB': bytes / 1000,
    'load ms': loadMs,
    'load CPU ms': loaded.cpuMs - empty.cpuMs,
    'heap KB': (loaded.heapUsed + loaded.external - empty.heapUsed - empty.external) / 1000,
    'letters lost': isWhole ? 0 : edits - lettersIn(doc),
  }
}

/** Types words here and there, as fast as it goes, and stays until the server has it all. */
async function write(board: Board, writer: number, edits: number): Promise<void> {
  const line = await seatWriter(board, writer, {})
  const chance = seeded(writer + 1)
  const text = textOf(line.doc!, 'notes', noteId(writer), 'text')!
  let at = 0
  for (let nth = 0; nth < edits; nth++) {
    if (nth % 10 === 0) at = Math.floor(chance() * text.length)
    text.insert(at++, 'x')
    if (nth % 20 === 0) await pause(1)
  }
  if (line.acknowledged > 0) await within(60_000, () => line.acknowledged >= line.said)
  const own = Y.getState(line.doc!.store, line.doc!.clientID)
  const isThere = async () => {
    const copy = new Y.Doc()
    const looking = new Line(board.seats.at(-1)!, {}, copy)
    await looking.synced
    await looking.close()
    return Y.getState(copy.store, line.doc!.clientID) === own
  }
  while (!(await isThere())) await pause(50)
  await line.close()
}

function lettersIn(doc: Y.Doc): number {
  let letters = 0
  for (let nth = 0; nth < notes; nth++) {
    letters += textOf(doc, 'notes', noteId(nth), 'text')?.toString().split('x').length ?? 1
    letters -= 1
  }
  return letters
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true })
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
