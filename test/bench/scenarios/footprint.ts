import { Line } from '../line.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { cpuShare, type Usage } from '../server-under-test.ts'
import { pause } from '../typing.ts'

const peoplePerBoard = 8
const notes = 50
/** What a server does only as it begins is over by then. */
const warmUpMs = 5000

/** What a board of fifty notes costs its node while people look at it and do nothing: for sums on paper. */
export const footprint: Scenario = {
  name: 'footprint',
  sizes: [100],
  of: 'boards of 8 and 50 notes',
  contestants: ['one node'],
  isOfNodes: true,
  run,
}

async function run({ people: boards, seconds, start }: Setting): Promise<Measures> {
  const { server, openBoard } = await start()
  const held = ({ heapUsed, external }: Usage) => (heapUsed + external) / 1000
  // What a server needs once, it needs with the first board.
  const seats = [...(await openBoard(peoplePerBoard, notes)).seats]
  await sit(seats)
  await pause(warmUpMs * Math.min(1, seconds))
  const [empty, emptyRss] = await looked()
  const few = [await server.usage(), await pause(seconds * 1000).then(() => server.usage())] as const
  const alone = []
  const others = []
  for (let nth = 0; nth < boards; nth++) {
    const { seats } = await openBoard(peoplePerBoard, notes)
    alone.push(...seats.slice(0, 1))
    others.push(...seats.slice(1))
  }
  await sit(alone)
  const [one] = await looked()
  await sit(others)
  const [all, allRss] = await looked()
  const many = [await server.usage(), await pause(seconds * 1000).then(() => server.usage())] as const
  await server.end()
  const perConnection = (all - one) / others.length
  return {
    'heap KB per board': (one - empty) / boards - perConnection,
    'heap KB per connection': perConnection,
    'resident KB per board with its 8': (allRss - emptyRss) / boards,
    'CPU % while 8 look on': cpuShare(...few),
    'CPU % while all look on': cpuShare(...many),
  }

  async function looked(): Promise<readonly [heldKb: number, residentKb: number]> {
    await pause(1000)
    const usage = await server.collected()
    return [held(usage), usage.rss / 1000]
  }
}

async function sit(seats: readonly ConstructorParameters<typeof Line>[0][]): Promise<void> {
  await Promise.all(seats.map((seat) => new Line(seat).synced))
}
