import { Line } from '../line.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { pause } from '../typing.ts'

const notes = 50

/** What a board costs in memory while somebody looks at it, and right after they left. */
export const memory: Scenario = {
  name: 'memory',
  sizes: [200],
  of: 'boards of 50 notes',
  contestants: ['hindsight', 'before', 'y-websocket-server', 'hocuspocus'],
  run,
}

async function run({ people: boards, start }: Setting): Promise<Measures> {
  const { server, openBoard } = await start()
  const seats = []
  for (let nth = 0; nth < boards; nth++) {
    const board = await openBoard(1, notes)
    await board.settled?.()
    seats.push(board.seats[0]!)
  }
  await pause(500)
  const perBoard = async () => {
    const { heapUsed, external } = await server.collected()
    return (heapUsed + external) / 1000 / boards
  }
  const before = await perBoard()
  const lines = seats.map((seat) => new Line(seat))
  await Promise.all(lines.map((line) => line.synced))
  const open = await perBoard()
  await Promise.all(lines.map((line) => line.close()))
  await pause(500)
  const left = await perBoard()
  await server.end()
  return { 'heap KB per open board': open - before, 'heap KB per board just left': Math.max(0, left - before) }
}
