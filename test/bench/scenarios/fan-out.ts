import * as Y from 'yjs'
import { contestantNames } from '../contestant.ts'
import { Histogram } from '../histogram.ts'
import { Line, type Seat } from '../line.ts'
import { Reception } from '../reception.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { Settling } from '../settling.ts'
import { pause, seatWriter, startTyping, typeLetter, within } from '../typing.ts'

const writers = 10
const perSecond = 20
const warmUpMs = 4000

/** Ten people type into a board that many look at. */
export const fanOut: Scenario = {
  name: 'fan-out',
  title: 'Fan-out: 10 writers × 20 edits/s',
  sizes: [50, 200, 500],
  of: 'people',
  contestants: contestantNames,
  run,
}

async function run({ people, seconds, start }: Setting): Promise<Measures> {
  const { server, openBoard } = await start()
  const board = await openBoard(people, writers)
  const reception = new Reception(people, writers)
  const hearing = (index: number) => ({
    document: (update: Uint8Array) => reception.heard(index, update, performance.now()),
  })
  const typing = Array.from({ length: Math.min(writers, people) }, (_, index) => seatWriter(board, index, {}))
  await Promise.all(typing.map((line) => line.synced))
  const reading = board.seats.slice(typing.length).map((seat, nth) => new Line(seat, hearing(typing.length + nth)))
  await Promise.all(reading.map((line) => line.synced))

  const saving = new Histogram()
  const settling = typing.map((line, index) => {
    const settling = new Settling(saving)
    line.hear({ ...hearing(index), saved: (count) => settling.saved(count, performance.now()) })
    return settling
  })
  const stop = startTyping(typing, perSecond, (writer) => {
    const line = typing[writer]!
    const now = performance.now()
    settling[writer]!.said(line.said, now)
    reception.typed(writer, line.doc!.clientID, now)
    typeLetter(line, writer)
  })
  await pause(warmUpMs)
  const seenBefore = reception.seen
  const before = await server.usage()
  const ownBefore = process.cpuUsage()
  reception.startCounting()
  await pause(seconds * 1000)
  reception.stopCounting()
  stop()
  await within(10_000, () => reception.missing(people) === 0)
  const after = await server.usage()
  const own = process.cpuUsage(ownBefore)
  const deliveries = reception.seen - seenBefore
  const measures: Measures = {
    'p50 ms': reception.latency.quantile(0.5),
    'p99 ms': reception.latency.quantile(0.99),
    'CPU ms per 1,000 deliveries': ((after.cpuMs - before.cpuMs) / deliveries) * 1000,
    'memory MB': after.peakRss / 1e6,
    missed: reception.missing(people),
    'saved p50 ms': saving.quantile(0.5),
    'saved p99 ms': saving.quantile(0.99),
    'client CPU s': (own.user + own.system) / 1e6,
    'lost on the server': board.state ? Number.NaN : await lost(board.seats[0]!, typing),
  }
  await Promise.all([...typing, ...reading].map((line) => line.close()))
  await server.end()
  return measures
}

/** Letters that somebody who comes afterwards does not find. */
async function lost(seat: Seat, typing: readonly Line[]): Promise<number> {
  const doc = new Y.Doc()
  const late = new Line(seat, {}, doc)
  await late.synced
  const found = Y.decodeStateVector(Y.encodeStateVector(doc))
  await late.close()
  const written = typing.map((line) => Y.getState(line.doc!.store, line.doc!.clientID))
  return typing.reduce((sum, line, nth) => sum + written[nth]! - (found.get(line.doc!.clientID) ?? 0), 0)
}
