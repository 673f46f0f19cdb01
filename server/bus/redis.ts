import type { Timers } from '../rooms/timers.ts'
import type { Bus } from './port.ts'
import { redisReason } from './redis-fault.ts'
import { openRedisLine, type RedisPatience, usualRedisPatience } from './redis-line.ts'
import { headed, wordOf } from './redis-words.ts'
import { openSubscriptions } from './subscriptions.ts'

/** What a bus counts. */
export interface BusMetrics {
  said(bytes: number): void
  heard(bytes: number): void
  /** A word of ours that nobody heard. */
  lost(): void
  /** Words of others may have been lost. */
  gap(): void
}

export interface RedisBusParts {
  /** redis://… or rediss://… */
  readonly url: string
  readonly node: string
  /** Nodes that share it hear each other, and no others on the same Redis. */
  readonly namespace: string
  readonly random: () => number
  readonly timers: Pick<Timers, 'after' | 'every'>
  readonly tell: (sentence: string) => void
  /** Something an operator should know of, which keeps nobody from working. */
  readonly warn: (error: unknown, sentence: string) => void
  readonly metrics: BusMetrics
  readonly patience?: RedisPatience
}

/** Bytes that were said and that Redis has not taken yet: beyond, words are dropped. */
const mostWaiting = 16 * 1024 * 1024
const checkedWithinMs = 1000

/**
 * A bus over Redis's publish and subscribe: one channel for each board that is open here.
 *
 * @remarks
 * Words of ours that were dropped leave a gap with the others: once there is a way again, they are told so on a channel
 * that all nodes hear. A reader that is too slow for Redis is cut off by it (`client-output-buffer-limit`), and so has a
 * gap like any other. [BUS3]
 *
 * @throws RedisFault where Redis can't be used now; later it is waited for.
 */
export async function openRedisBus(parts: RedisBusParts): Promise<Bus> {
  const { url, node, namespace, random, timers, tell, warn, metrics, patience = usualRedisPatience } = parts
  const everybody = `hindsight:${namespace}`
  const channelOf = (board: string) => `${everybody}:${board}`
  const gaps: (() => void)[] = []
  const head = headed(node)
  let waiting = 0
  let hasLost = false
  let isDown = false
  let isClosed = false

  function gap(): void {
    metrics.gap()
    for (const again of gaps) again()
  }

  const speaker = await openRedisLine(url, patience, random)
  const listener = await openRedisLine(url, patience, random).catch((error: unknown) => {
    speaker.disconnect()
    throw error
  })
  const subscriptions = openSubscriptions(listener, warn)
  listener.on('messageBuffer', (channel, bytes) => {
    const word = wordOf(bytes)
    if (word === undefined || word.from === node) return
    metrics.heard(bytes.length)
    subscriptions.hear(String(channel), word)
  })
  try {
    await subscriptions.begin(everybody, gap)
  } catch (error) {
    speaker.disconnect()
    listener.disconnect()
    throw error
  }

  function publish(channel: string, message: Uint8Array): void {
    if (isClosed) return
    if (speaker.status !== 'ready' || waiting > mostWaiting) {
      lost()
      return
    }
    const bytes = head(message)
    waiting += bytes.length
    metrics.said(bytes.length)
    speaker.publish(channel, bytes).then(
      () => settled(bytes.length),
      () => {
        settled(bytes.length)
        lost()
      },
    )
  }

  function settled(length: number): void {
    waiting -= length
    if (hasLost && waiting === 0) confess()
  }

  function lost(): void {
    hasLost = true
    metrics.lost()
  }

  function confess(): void {
    if (!hasLost || speaker.status !== 'ready') return
    hasLost = false
    publish(everybody, new Uint8Array())
  }

  function isUp(): boolean {
    return speaker.status === 'ready' && subscriptions.isListening()
  }

  function down(error?: unknown): void {
    if (isDown || isClosed) return
    isDown = true
    warn(
      undefined,
      `nothing is heard of Redis (${redisReason(error ?? 'the line broke')}): what people on other nodes write comes late, until it answers at REDIS_URL. Nothing is lost`,
    )
  }

  function up(): void {
    if (!isDown || !isUp()) return
    isDown = false
    tell('Redis answers again')
  }

  let why: unknown
  for (const line of [speaker, listener]) {
    line.on('error', (error) => {
      why = error
    })
    line.on('close', () => {
      down(why)
      why = undefined
    })
  }
  speaker.on('ready', () => {
    confess()
    up()
  })
  listener.on('ready', () => {
    subscriptions.again().then(
      () => {
        gap()
        up()
      },
      () => listener.disconnect(true),
    )
  })
  const stopBeat = timers.every(patience.beatMs, () => {
    for (const line of [speaker, listener]) if (line.status === 'ready') line.ping().catch(() => undefined)
  })

  async function ask(): Promise<void> {
    if (!isUp()) throw new Error('Redis can’t be reached')
    await Promise.all([speaker.ping(), listener.ping()])
  }

  /** What was said last still leaves, if there is a way. */
  function saidAll(): Promise<void> {
    return new Promise((resolve) => {
      const stop = timers.after(checkedWithinMs, resolve)
      const done = () => {
        stop()
        resolve()
      }
      speaker.ping().then(done, done)
    })
  }

  return {
    node,
    listen: (board, hear) => subscriptions.add(channelOf(board), hear),
    say: (board, message) => publish(channelOf(board), message),
    onGap: (again) => void gaps.push(again),
    isUp,
    check: () =>
      new Promise((resolve, reject) => {
        const refuse = () => reject(new Error('Redis can’t be reached: what people on other nodes write comes late'))
        const stop = timers.after(checkedWithinMs, refuse)
        ask().then(resolve, refuse).finally(stop)
      }),
    async close() {
      if (isClosed) return
      isClosed = true
      stopBeat()
      subscriptions.end()
      listener.disconnect()
      await saidAll()
      speaker.disconnect()
    },
  }
}
