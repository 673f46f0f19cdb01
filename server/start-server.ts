import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Assembly, assemble, type Surroundings } from './assemble.ts'
import { isOwnOrigin } from './auth/origin.ts'
import { bareHeaders } from './bare-answer.ts'
import type { Config } from './config.ts'
import { httpServer } from './http/listen.ts'
import { practise } from './rooms/guard/practice.ts'
import { attachSync } from './sync/attach.ts'

export interface RunningServer extends Pick<Assembly, 'registry' | 'store' | 'metrics'> {
  /** Where it listens: the port that was asked for, or a free one for port 0. */
  readonly port: number
  /** Address of the pages, as people on this machine open it. */
  readonly url: string
  /** Stops in order: takes nothing new, commits what there is, sends everyone away to try again, closes the store. */
  close(): Promise<void>
}

/** How long a request that came before the stop may take to be answered. */
const answeringMs = 1000

/** Starts a whole server. Rejects where it can't listen, or can't open its store. */
export async function startServer(config: Config, surroundings: Surroundings): Promise<RunningServer> {
  const assembly = await assemble(config, surroundings)
  const headers = bareHeaders(config.publicUrl)
  const http = httpServer(assembly.app, headers, surroundings.httpLimits)
  const { timers, log, now, syncLimits } = surroundings
  const sync = attachSync(http, {
    registry: assembly.registry,
    identify: ({ headers }) => assembly.identities.personOf(headers.cookie),
    isOwnOrigin: ({ headers }) => isOwnOrigin({ origin: headers.origin, host: headers.host }, config.publicUrl),
    headers,
    limits: syncLimits,
    timers,
    log,
    metrics: assembly.metrics,
    now,
  })
  assembly.metrics.watchSockets(() => sync.stats())
  try {
    http.listen(config.port, config.host)
    await once(http, 'listening')
  } catch (error) {
    sync.close()
    await assembly.close()
    throw error
  }
  const port = portOf(http, config.port)
  const stopPractice = practise(timers, () => {})
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    stopPractice()
    assembly.stop()
    const closed = once(http, 'close')
    http.close()
    http.closeIdleConnections()
    await assembly.registry.close()
    sync.close()
    http.closeIdleConnections()
    const cutOff = timers.after(answeringMs, () => http.closeAllConnections())
    await closed
    cutOff()
    await assembly.close()
  }

  return {
    registry: assembly.registry,
    store: assembly.store,
    metrics: assembly.metrics,
    port,
    url: config.publicUrl ?? `http://${shownHost(config.host)}:${port}`,
    close() {
      closing ??= close()
      return closing
    },
  }
}

function portOf(http: Server, asked: number): number {
  const address: AddressInfo | string | null = http.address()
  return typeof address === 'object' && address !== null ? address.port : asked
}

/** Nobody can open 0.0.0.0. */
function shownHost(host: string): string {
  if (['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
