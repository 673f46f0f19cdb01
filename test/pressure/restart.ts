import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readEntries } from '../../shared/document/read.ts'
import { openDevice } from '../support/device.ts'
import { quantile } from '../support/quantile.ts'
import { startServerProcess } from '../support/server-process.ts'
import { openPlainBoard } from '../support/world.ts'

const people = 40
const writers = 10
const busyMs = 3000

/** A server that gets SIGTERM while people write, and is started again: how soon they are back, how spread, what is lost. */
export async function playRestart(): Promise<string[]> {
  process.setMaxListeners(0) // every provider of y-websocket waits for the end of its process
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-pressure-'))
  let server = await startServerProcess({ DATA_DIR: dataDir })
  const board = await openPlainBoard(server.url)
  const devices = await Promise.all(
    Array.from({ length: people }, async (_, n) =>
      openDevice(server.url, board.id, await board.person(`guest ${n}`, 'participant')),
    ),
  )
  await Promise.all(devices.map((device) => device.isSaved()))
  for (const device of devices.slice(0, writers)) device.beginWriting()
  await pause(busyMs)

  const stoppedAt = performance.now()
  const { code } = await server.end('SIGTERM')
  const stopMs = performance.now() - stoppedAt
  server = await startServerProcess({ DATA_DIR: dataDir, PORT: String(server.port) })
  const startedAt = performance.now()
  const back = await Promise.all(
    devices.map(async (device) => {
      await device.isSaved()
      return performance.now() - startedAt
    }),
  )
  const tried = devices.map((device) => device.cameBackAt())
  for (const device of devices) device.stopWriting()
  await Promise.all(devices.map((device) => device.isSaved()))

  const judge = (await board.person('olga')).board()
  await judge.synced()
  const labels = readEntries(judge.doc, 'themes').map(({ label }) => label)
  const kept = new Set(labels)
  const written = devices.flatMap((device) => device.written)
  const lost = written.filter((label) => !kept.has(label))
  for (const device of devices) device.close()
  board.hangUp()
  await server.end('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
  return [
    'SIGTERM',
    `stopped in ${stopMs.toFixed(0)} ms with ${code}`,
    `back ${seconds(Math.min(...back))}, ${seconds(quantile(back, 0.5))}, ${seconds(Math.max(...back))} s after the start (first, median, last of ${people})`,
    `at most ${mostAtOnce(tried)} in a tenth of a second`,
    `${written.length} written, ${lost.length} lost, ${labels.length - kept.size} doubled`,
  ]
}

/** The most of these moments that fall into any tenth of a second. */
export function mostAtOnce(moments: readonly number[]): number {
  return Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + 100).length))
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
