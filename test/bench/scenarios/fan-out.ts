import * as Y from 'yjs'
import { aloneNames, type ContestantName } from '../contestant.ts'
import { Histogram } from '../histogram.ts'
import { Line, type Seat } from '../line.ts'
import { Reception } from '../reception.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { cpuShare } from '../server-under-test.ts'
import { Settling } from '../settling.ts'
import { sharingFrom } from '../sharing.ts'
import { pause, seatWriter, startTyping, typeLetter, within } from '../typing.ts'

/** Long enough for the code that matters to be compiled. */
const warmUpMs = 3000

interface Typing {
  readonly writers: number
  readonly perSecond: number
  /** Everyone types each letter at the same moment, instead of each in their own time. */
  readonly inStep?: boolean
}

const common = { of: 'people', contestants: aloneNames } as const

/** Ten people type into a board that many look at. */
export const fanOut: Scenario = {
  ...common,
  name: 'fan-out',
  sizes: [50, 200, 500],
  curve: [100, 400],
  run: (setting) => runTyping(setting, { writers: 10, perSecond: 20 }),
}

const across: readonly ContestantName[] = [
  'three nodes',
  'two nodes',
  'one node',
  'hocuspocus, three nodes',
  'hocuspocus, one node',
]

/** The same, with the people of the board spread over several servers. */
export const fanOutAcross: Scenario = {
  ...common,
  name: 'fan-out-across',
  sizes: [50, 200],
  run: fanOut.run,
  contestants: across,
  isOfNodes: true,
}

/** As bursts come where several leave one dead spot of a network together. */
export const inStep: Scenario = {
  ...common,
  name: 'in-step',
  sizes: [200],
  run: (setting) => runTyping(setting, { writers: 10, perSecond: 20, inStep: true }),
}

/** A small review: how soon one's own letters are safe. */
export const acknowledgement: Scenario = {
  ...common,
  name: 'acknowledgement',
  sizes: [8],
  // A few letters only: longer, for a p99 that is one.
  run: (setting) => runTyping({ ...setting, seconds: setting.seconds * 2 }, { writers: 2, perSecond: 10 }),
}

async function runTyping(setting: Setting, { writers, perSecond, inStep = false }: Typing): Promise<Measures> {
  const { people, seconds, start } = setting
  const arena = await start()
  const { server, openBoard } = arena
  const board = await openBoard(people, writers)
  const reception = new Reception(people, writers)
  const hearing = (index: number) => ({
    document: (update: Uint8Array) => reception.heard(index, update, performance.now()),
  })
  const indices = Array.from({ length: Math.min(writers, people) }, (_, index) => index)
  const typing = await Promise.all(indices.map((index) => seatWriter(board, index, {})))
  const reading = board.seats.slice(typing.length).map((seat, nth) => new Line(seat, hearing(typing.length + nth)))
  await Promise.all(reading.map((line) => line.synced))

  await board.settled?.()
  const saving = new Histogram()
  const settling = typing.map((line, index) => {
    const settling = new Settling(saving)
    line.hear({ ...hearing(index), saved: (count) => settling.saved(count, performance.now()) })
    return settling
  })
  let isMeasuring = false
  const stop = startTyping(typing.length, { perSecond, inStep }, (writer) => {
    const line = typing[writer]!
    const now = performance.now()
    if (isMeasuring) settling[writer]!.said(line.said, now)
    reception.typed(writer, line.doc!.clientID, now)
    typeLetter(line, writer)
  })
  await pause(warmUpMs * Math.min(1, seconds))
  const seenBefore = reception.seen
  const before = await server.usage()
  const sharing = await sharingFrom(arena)
  const ownBefore = process.cpuUsage()
  isMeasuring = true
  reception.startCounting()
  await pause(seconds * 1000)
  isMeasuring = false
  reception.stopCounting()
  stop()
  const atEnd = await server.usage()
  await within(10_000, () => reception.missing(people) === 0)
  const after = await server.usage()
  const own = process.cpuUsage(ownBefore)
  const deliveries = reception.seen - seenBefore
  const measures: Measures = {
    'p50 ms': reception.latency.quantile(0.5),
    'p99 ms': reception.latency.quantile(0.99),
    'CPU ms per 1,000 deliveries': ((after.cpuMs - before.cpuMs) / deliveries) * 1000,
    'CPU %': cpuShare(before, atEnd),
    'memory MB': after.peakRss / 1e6,
    missed: reception.missing(people),
    'lost on the server': board.state ? Number.NaN : await lost(board.seats[0]!, typing),
    'saved p50 ms': saving.quantile(0.5),
    'saved p99 ms': saving.quantile(0.99),
    'client CPU s': (own.user + own.system) / 1e6,
    ...(await sharing(after.atMs - before.atMs)),
  }
  await server.end()
  return measures
}

/** Letters that somebody who comes afterwards does not find. */
async function lost(seat: Seat, typing: readonly Line[]): Promise<number> {
  const doc = new Y.Doc()
  const late = new Line(seat, {}, doc)
  await late.synced
  const found = Y.decodeStateVector(Y.encodeStateVector(doc))
  const written = typing.map((line) => Y.getState(line.doc!.store, line.doc!.clientID))
  return typing.reduce((sum, line, nth) => sum + written[nth]! - (found.get(line.doc!.clientID) ?? 0), 0)
}
