import { decodeAwareness, encodeAwareness } from '../../../shared/protocol/awareness.ts'
import { aloneNames } from '../contestant.ts'
import { Histogram } from '../histogram.ts'
import { Line } from '../line.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { cpuShare } from '../server-under-test.ts'
import { pause, seeded } from '../typing.ts'

const warmUpMs = 2000

/** Everyone moves a cursor, ten times a second. */
export const presence: Scenario = {
  name: 'presence',
  sizes: [50, 200, 500],
  of: 'people',
  contestants: aloneNames,
  run: ({ seconds, ...setting }) => runPresence(setting, { everyMs: 100, forMs: seconds * 1000, isMoving: true }),
}

/** Everyone only stays: a client renews what it said of itself every 15 seconds, as y-protocols has it. */
export const idle: Scenario = {
  name: 'idle',
  sizes: [50, 200],
  mostRounds: 1,
  of: 'people',
  contestants: aloneNames,
  run: ({ seconds, ...setting }) =>
    runPresence(setting, { everyMs: 15_000, forMs: seconds < 1 ? seconds * 1000 : 15_000, isMoving: false }),
}

interface Pace {
  readonly everyMs: number
  readonly forMs: number
  readonly isMoving: boolean
}

async function runPresence(
  { people, start }: Pick<Setting, 'people' | 'start'>,
  { everyMs, forMs, isMoving }: Pace,
): Promise<Measures> {
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
  const stop = startMoving(lines, everyMs, isMoving)
  await pause(warmUpMs * Math.min(1, forMs / 1000))
  isMeasuring = true
  const [before, heardBefore] = [await server.usage(), { ...heard }]
  await pause(forMs)
  const [after, heardAfter] = [await server.usage(), { ...heard }]
  stop()
  const seconds = (after.atMs - before.atMs) / 1000
  const measures: Measures = {
    'messages/s': (heardAfter.messages - heardBefore.messages) / seconds,
    'KB/s': (heardAfter.bytes - heardBefore.bytes) / 1000 / seconds,
    'CPU %': cpuShare(before, after),
    'seen p50 ms': isMoving ? seen.quantile(0.5) : Number.NaN,
    'seen p99 ms': isMoving ? seen.quantile(0.99) : Number.NaN,
    'memory MB': after.peakRss / 1e6,
  }
  await server.end()
  return measures
}

/** Each place names the moment it was said, so that whoever sees it can tell how old it is. */
function startMoving(lines: readonly Line[], everyMs: number, isMoving: boolean): () => void {
  const timers: NodeJS.Timeout[] = []
  lines.forEach((line, person) => {
    const client = 1_000_000 + person
    let clock = 0
    const say = () => {
      const at = isMoving ? `note:${performance.now().toFixed(1)}` : 'note:lessons'
      line.sayPresence(encodeAwareness([{ client, clock: clock++, state: { at, editing: null, dragging: null } }]))
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
    seen.add(now - Number(String(state.at).slice('note:'.length)))
  }
}
