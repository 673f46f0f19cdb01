import { Histogram } from '../histogram.ts'
import { Line } from '../line.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'

const notes = 500

/** Everyone comes at once, as after a restart: to a board of 500 notes. */
export const joinStorm: Scenario = {
  name: 'join-storm',
  sizes: [200],
  of: 'people',
  contestants: ['hindsight', 'before', 'y-websocket-server', 'hocuspocus'],
  run,
}

async function run({ people, start }: Setting): Promise<Measures> {
  const { server, openBoard } = await start()
  const board = await openBoard(people + 1, notes)
  const first = new Line(board.seats[people]!)
  await first.synced
  await board.settled?.()
  const before = await server.usage()
  const times = new Histogram()
  let leastBytes = Number.POSITIVE_INFINITY
  const startedAt = performance.now()
  await Promise.all(
    board.seats.slice(0, people).map(async (seat) => {
      let bytes = 0
      const line = new Line(seat, {
        document: (update) => {
          bytes += update.length
        },
      })
      await line.synced
      times.add(performance.now() - startedAt)
      leastBytes = Math.min(leastBytes, bytes)
    }),
  )
  const tookMs = performance.now() - startedAt
  const after = await server.usage()
  await server.end()
  if (leastBytes < notes * 50) throw new Error(`somebody was given ${leastBytes} bytes for ${notes} notes`)
  return {
    'half are in after ms': times.quantile(0.5),
    'all are in after ms': tookMs,
    'CPU ms': after.cpuMs - before.cpuMs,
    'memory MB': after.peakRss / 1e6,
  }
}
