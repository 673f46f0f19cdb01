import { aloneNames } from '../contestant.ts'
import { Histogram } from '../histogram.ts'
import { Line } from '../line.ts'
import { Reception } from '../reception.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { cpuShare } from '../server-under-test.ts'
import { sharingFrom } from '../sharing.ts'
import { pause, seatWriter, startTyping, typeLetter, within } from '../typing.ts'

const peoplePerBoard = 8
const warmUpMs = 3000

/** Many small reviews at once: on each board one of eight people types a letter a second. */
export const boards: Scenario = {
  name: 'boards',
  sizes: [500],
  curve: [125, 250],
  of: 'boards of 8',
  contestants: aloneNames,
  run,
}

/** The same with several servers, each board on one of them or on all; what each takes of it. */
export const boardsAcross: Scenario = {
  name: 'boards-across',
  sizes: [150],
  of: boards.of,
  contestants: ['three nodes', 'three nodes apart', 'two nodes', 'two nodes apart', 'one node'],
  isOfNodes: true,
  run,
}

async function run({ people: boards, seconds, start }: Setting): Promise<Measures> {
  const arena = await start()
  const { server, openBoard } = arena
  const empty = await server.collected()
  const latency = new Histogram()
  const tables: { readonly reception: Reception; readonly writer: Line }[] = []
  while (tables.length < boards) {
    const some = Math.min(10, boards - tables.length)
    tables.push(...(await Promise.all(Array.from({ length: some }, () => sit(openBoard, latency)))))
  }
  const open = await server.collected()
  const stop = startTyping(boards, { perSecond: 1, inStep: false }, (nth) => {
    const { reception, writer } = tables[nth]!
    reception.typed(0, writer.doc!.clientID, performance.now())
    typeLetter(writer, 0)
  })
  const seen = () => tables.reduce((sum, { reception }) => sum + reception.seen, 0)
  const missing = () => tables.reduce((sum, { reception }) => sum + reception.missing(peoplePerBoard), 0)
  await pause(warmUpMs * Math.min(1, seconds))
  const [before, seenBefore] = [await server.usage(), seen()]
  const sharing = await sharingFrom(arena)
  for (const { reception } of tables) reception.startCounting()
  await pause(seconds * 1000)
  stop()
  const atEnd = await server.usage()
  await within(10_000, () => missing() === 0)
  const after = await server.usage()
  const measures: Measures = {
    'p50 ms': latency.quantile(0.5),
    'p99 ms': latency.quantile(0.99),
    'CPU ms per 1,000 deliveries': ((after.cpuMs - before.cpuMs) / (seen() - seenBefore)) * 1000,
    'CPU %': cpuShare(before, atEnd),
    'heap KB per board': (open.heapUsed + open.external - empty.heapUsed - empty.external) / 1000 / boards,
    'memory MB': after.peakRss / 1e6,
    missed: missing(),
    ...(await sharing(after.atMs - before.atMs)),
  }
  await server.end()
  return measures
}

async function sit(openBoard: Awaited<ReturnType<Setting['start']>>['openBoard'], latency: Histogram) {
  const board = await openBoard(peoplePerBoard, 8)
  const reception = new Reception(peoplePerBoard, 1, latency)
  const hearing = (index: number) => ({
    document: (update: Uint8Array) => reception.heard(index, update, performance.now()),
  })
  const writer = await seatWriter(board, 0, hearing(0))
  const reading = board.seats.slice(1).map((seat, nth) => new Line(seat, hearing(nth + 1)))
  await Promise.all(reading.map((line) => line.synced))
  await board.settled?.()
  return { reception, writer }
}
