import type { Redis } from 'ioredis'
import { RedisFault } from './redis-fault.ts'
import type { Word } from './redis-words.ts'

type Hear = (message: Uint8Array, from: string) => void

interface Channel {
  readonly hearers: Set<Hear>
  /** Settles once Redis has answered, or is not there. */
  subscribed: Promise<void>
}

/** Which channels this node listens to: those that somebody here asked for, over any number of connections in turn. */
export interface Subscriptions {
  /** Listens to a channel for as long as there is a connection. Rejects where that is not allowed. */
  begin(channel: string, hear: Hear): Promise<void>
  /** Resolves once it listens; where there is no connection now, at once. */
  add(channel: string, hear: Hear): Promise<() => void>
  /** On a new connection: resolves once it listens to everything again. */
  again(): Promise<void>
  hear(channel: string, word: Word): void
  isListening(): boolean
  end(): void
}

export function openSubscriptions(redis: Redis, warn: (error: unknown, sentence: string) => void): Subscriptions {
  const channels = new Map<string, Channel>()
  let isListening = false
  redis.on('close', () => {
    isListening = false
  })

  async function subscribe(names: readonly string[]): Promise<void> {
    if (redis.status === 'ready') await redis.subscribe(...names)
  }

  function open(name: string): Channel {
    const channel = { hearers: new Set<Hear>(), subscribed: Promise.resolve() }
    channels.set(name, channel)
    // What fails now is done again with the next connection.
    channel.subscribed = subscribe([name]).catch(() => undefined)
    return channel
  }

  function leave(name: string, channel: Channel): void {
    if (channels.get(name) !== channel) return
    channels.delete(name)
    if (redis.status === 'ready') redis.unsubscribe(name).catch(() => undefined)
  }

  return {
    async begin(name, hear) {
      channels.set(name, { hearers: new Set([hear]), subscribed: Promise.resolve() })
      await subscribe([name]).catch((error: unknown) => {
        throw new RedisFault(error)
      })
      isListening = true
    },
    async add(name, hear) {
      const channel = channels.get(name) ?? open(name)
      const own: Hear = (message, from) => hear(message, from)
      channel.hearers.add(own)
      await channel.subscribed
      return () => {
        channel.hearers.delete(own)
        if (channel.hearers.size === 0) leave(name, channel)
      }
    },
    async again() {
      await subscribe([...channels.keys()])
      isListening = redis.status === 'ready'
    },
    hear(name, { message, from }) {
      for (const hear of [...(channels.get(name)?.hearers ?? [])]) {
        try {
          hear(message, from)
        } catch (error) {
          warn(error, 'a word of another node could not be taken')
        }
      }
    },
    isListening: () => isListening,
    end: () => channels.clear(),
  }
}
