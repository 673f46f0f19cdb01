import { decodeAwareness, encodeAwareness } from '../../../shared/protocol/awareness.ts'
import { aloneNames } from '../contestant.ts'
import { Histogram } from '../histogram.ts'
import { Line } from '../line.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { cpuShare } from '../server-under-test.ts'
import { pause, seeded } from '../typing.ts'

/** Milliseconds, of runs of a second or longer. */
const warmUpMs = 1500
const idleEveryMs = 15_000
/** As long as whatever is said again and again takes to come round, of clients and of servers. */
const idleMs = 15_000
const movingEveryMs = 100

/**
 * Everyone only stays, and then moves a cursor, ten times a second.
 *
 * @remarks
 * Who stays renews what was said of them every 15 seconds, as y-protocols has it, each at a moment of their own.
 */
export const presence: Scenario = {
  name: 'presence',
  sizes: [50, 200, 500],
  of: 'people',
  contestants: aloneNames,
  run,
}

async function run({ people, seconds, start }: Setting): Promise<Measures> {
  const { server, openBoard } = await start()
  const board = await openBoard(people, 10)
  const seen = new Histogram()
  const heard = { messages: 0, bytes: 0 }
  let isMeasuring = false
  const lines = board.seats.map(
    (seat, person) =>
      new Line(seat, {
        presence(frame) {
          heard.messages += 1
          heard.bytes += frame.length
          if (person === 0 && isMeasuring) look(seat.wire.presencePayload(frame), seen)
        },
      }),
  )
  await Promise.all(lines.map((line) => line.synced))
  await board.settled?.()

  const share = Math.min(1, seconds)
  const during = async (forMs: number, stop: () => void) => {
    await pause(warmUpMs * share)
    isMeasuring = true
    const [before, heardBefore] = [await server.usage(), { ...heard }]
    await pause(forMs)
    const [after, heardAfter] = [await server.usage(), { ...heard }]
    isMeasuring = false
    stop()
    const tookSeconds = (after.atMs - before.atMs) / 1000
    return {
      messages: (heardAfter.messages - heardBefore.messages) / tookSeconds,
      kilobytes: (heardAfter.bytes - heardBefore.bytes) / 1000 / tookSeconds,
      cpu: cpuShare(before, after),
      memory: after.peakRss / 1e6,
    }
  }
  const clocks = lines.map(() => 0)
  const staying = await during(
    idleMs * share,
    startMoving(lines, clocks, idleEveryMs, () => 'note:lessons'),
  )
  const moving = await during(
    seconds * 1000,
    startMoving(lines, clocks, movingEveryMs, () => `note:${performance.now().toFixed(1)}`),
  )
  await server.end()
  return {
    'messages/s': moving.messages,
    'KB/s': moving.kilobytes,
    'CPU %': moving.cpu,
    'seen p50 ms': seen.quantile(0.5),
    'seen p99 ms': seen.quantile(0.99),
    'memory MB': moving.memory,
    'idle: messages/s': staying.messages,
    'idle: KB/s': staying.kilobytes,
    'idle: CPU %': staying.cpu,
    'idle: memory MB': staying.memory,
  }
}

/** A place may name the moment it was said, so that whoever sees it can tell how old it is. */
function startMoving(lines: readonly Line[], clocks: number[], everyMs: number, placeNow: () => string): () => void {
  const timers: NodeJS.Timeout[] = []
  lines.forEach((line, person) => {
    const client = 1_000_000 + person
    const say = () => {
      const state = { at: placeNow(), editing: null, dragging: null }
      line.sayPresence(encodeAwareness([{ client, clock: clocks[person]!++, state }]))
    }
    say()
    timers.push(
      setTimeout(() => {
        say()
        timers.push(setInterval(say, everyMs))
      }, everyMs * seeded(person)()),
    )
  })
  return () => {
    for (const timer of timers) clearTimeout(timer)
  }
}

function look(payload: Uint8Array, seen: Histogram): void {
  const now = performance.now()
  for (const { client, state } of decodeAwareness(payload) ?? []) {
    if (client === 1_000_000 || typeof state !== 'object' || state === null || !('at' in state)) continue
    const ageMs = now - Number(String(state.at).slice('note:'.length))
    if (Number.isFinite(ageMs)) seen.add(ageMs)
  }
}
