import type { Line } from '../line.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { cpuShare } from '../server-under-test.ts'
import { pause, seatWriter, startTyping, typeLetter } from '../typing.ts'

/** What a server does while people type on boards that nobody has open on it: as much as while nobody does anything. */
export const bystander: Scenario = {
  name: 'bystander',
  sizes: [20],
  of: 'boards on the other node',
  contestants: ['two nodes apart'],
  isOfNodes: true,
  run,
}

/** What a server does only as it begins is over by then. */
const warmUpMs = 5000

async function run({ people: boards, seconds, start }: Setting): Promise<Measures> {
  const { server, nodes, openBoard } = await start()
  const [busy, idle] = nodes ?? []
  if (!busy || !idle) throw new Error('two nodes are wanted')
  await pause(warmUpMs * Math.min(1, seconds))
  const quiet = [await idle.usage(), await pause(seconds * 1000).then(() => idle.usage())] as const
  const lines: Line[] = []
  while (lines.length < boards) {
    const board = await openBoard(1, 1)
    // Every other board is opened on the node that is to have none: its people do not come.
    if (board.seats[0]?.url.includes(`:${busy.port}/`)) lines.push(await seatWriter(board, 0, {}))
  }
  await pause((warmUpMs / 2) * Math.min(1, seconds))
  const wordsBefore = await idle.words()
  const [before, busyBefore] = [await idle.usage(), await busy.usage()]
  const stop = startTyping(boards, { perSecond: 10, inStep: false }, (nth) => typeLetter(lines[nth]!, 0))
  await pause(seconds * 1000)
  stop()
  const [after, busyAfter] = [await idle.usage(), await busy.usage()]
  const [words, { said }] = [await idle.words(), await busy.words()]
  await server.end()
  return {
    'CPU % before anybody came': cpuShare(...quiet),
    'CPU % while others type': cpuShare(before, after),
    'CPU % of their own node': cpuShare(busyBefore, busyAfter),
    'words that it heard': words.heard - wordsBefore.heard,
    'words that they said': said,
  }
}
