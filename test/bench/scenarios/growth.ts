import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as Y from 'yjs'
import { textOf } from '../../../shared/document/write.ts'
import { noteId } from '../contestant.ts'
import { Line, type Seat } from '../line.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { pause, seatWriter, seeded, within } from '../typing.ts'

/** What one person says, all of them at once: a server that reads a person no faster than it likes needs no longer for it. */
const editsEach = 2500
const notes = 50
/** Hocuspocus stores two seconds after the last change. */
const storedAfterMs = 3000
/** What has not come by then after the last that came is lost. */
const nothingMoreMs = 3000

/** How a board grows with what is typed into it, and how long it then takes to load: one board, which grows on. */
export const growth: Scenario = {
  name: 'growth',
  sizes: [1000, 10_000, 100_000],
  curve: [25_000, 50_000],
  of: 'edits',
  contestants: ['hindsight', 'before', 'y-websocket-server', 'hocuspocus'],
  grows: true,
  run,
}

async function run({ sizes, seconds, folder, start, reached }: Setting): Promise<Measures> {
  const steps = sizes.map((size, nth) => size - (sizes[nth - 1] ?? 0))
  const people = Math.ceil(Math.max(...steps) / editsEach) + 1
  let { server, openBoard } = await start()
  const board = await openBoard(people, notes)
  const seatOf = (person: number) => {
    const seat = board.seats[person]!
    return { ...seat, url: seat.url.replace(/:\d+\//, `:${server.port}/`) }
  }
  let looking = await seatWriter(board, people - 1, {})
  await board.settled?.()
  let measures: Measures = {}
  for (const [nth, size] of sizes.entries()) {
    if (nth > 0) reached(sizes[nth - 1]!, measures)
    const before = await server.usage()
    await typeAll(steps[nth]!, seatOf, looking.doc!)
    const after = await server.usage()
    await pause(storedAfterMs * Math.min(1, seconds))
    await server.stop()
    const bytes = await sizeOf(folder)
    ;({ server } = await start())
    const empty = await server.collected()
    const startedAt = performance.now()
    looking = new Line(seatOf(people - 1), {}, new Y.Doc())
    const { letters, tookMs } = await loaded(looking, size, startedAt)
    const full = await server.collected()
    measures = {
      'on disk KB': bytes / 1000,
      'load ms': tookMs,
      'load CPU ms': full.cpuMs - empty.cpuMs,
      'heap KB': (full.heapUsed + full.external - empty.heapUsed - empty.external) / 1000,
      'CPU ms per 1,000 edits': ((after.cpuMs - before.cpuMs) / steps[nth]!) * 1000,
      'letters lost': size - letters,
    }
  }
  await server.end()
  return measures
}

/** Several people type words here and there, as fast as it goes, and stay until somebody else has it all. */
async function typeAll(edits: number, seatOf: (person: number) => Seat, seen: Y.Doc): Promise<void> {
  const state = Y.encodeStateAsUpdate(seen)
  const writers = Math.ceil(edits / editsEach)
  const all = await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      // What others type meanwhile is not read: it would take this process longer than the server.
      const line = new Line(seatOf(writer))
      await line.synced
      const doc = new Y.Doc()
      Y.applyUpdate(doc, state)
      doc.on('update', (update: Uint8Array) => line.say(update))
      return { line, doc }
    }),
  )
  await Promise.all(all.map(({ doc }, writer) => type(doc, writer, Math.ceil((edits - writer) / writers))))
  const isSaved = (line: Line) => line.acknowledged === 0 || line.acknowledged >= line.said
  const isSeen = ({ clientID, store }: Y.Doc) => Y.getState(seen.store, clientID) === Y.getState(store, clientID)
  const isDone = await within(150_000, () => all.every(({ line, doc }) => isSaved(line) && isSeen(doc)))
  if (!isDone) throw new Error('what was typed did not come to somebody else, or was not acknowledged, within 150 s')
  await Promise.all(all.map(({ line }) => line.close()))
}

async function type(doc: Y.Doc, writer: number, edits: number): Promise<void> {
  const chance = seeded(writer + 1)
  const text = textOf(doc, 'notes', noteId(writer), 'text')!
  let at = 0
  for (let nth = 0; nth < edits; nth++) {
    if (nth % 10 === 0) at = Math.floor(chance() * text.length)
    text.insert(at++, 'x')
    if (nth % 20 === 0) await pause(1)
  }
}

/** Waits for so many letters, or until no more come; says how many there are, and when the last of them came. */
async function loaded({ doc, synced }: Line, wanted: number, startedAt: number) {
  let lastAt = performance.now()
  doc!.on('update', () => {
    lastAt = performance.now()
  })
  await synced
  while (lettersIn(doc!) < wanted && performance.now() < lastAt + nothingMoreMs) await pause(5)
  return { letters: lettersIn(doc!), tookMs: lastAt - startedAt }
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
