import { mkdir } from 'node:fs/promises'
import { renderReport } from '../shared/report/render.ts'
import { type Identities, openIdentities } from './auth/identity.ts'
import { openSecret } from './auth/secret.ts'
import { aloneBus } from './bus/alone.ts'
import type { Bus } from './bus/port.ts'
import type { Config } from './config.ts'
import { startAgendaClock } from './facilitation/agenda-clock.ts'
import { importInto } from './facilitation/bring-file.ts'
import { newBoard, newBoardOf } from './facilitation/create-board.ts'
import { facilitationHooks } from './facilitation/hooks.ts'
import { runCommand } from './facilitation/run-command.ts'
import { takeEvents } from './facilitation/take-events.ts'
import { type App, createApp } from './http/app.ts'
import type { HttpLimits } from './http/limits.ts'
import type { HttpLog } from './http/ports.ts'
import { countedHere, type OpenLimiter, type RateLimits } from './http/rate-limits.ts'
import { type Metrics, openMetrics } from './observability/metrics.ts'
import { judge } from './rooms/guard/guard.ts'
import type { RoomLimits } from './rooms/limits.ts'
import { openRegistry, type Registry } from './rooms/registry.ts'
import { stopwatches } from './rooms/stopwatch.ts'
import type { Log } from './rooms/telemetry.ts'
import type { Timers } from './rooms/timers.ts'
import { type OpenFile, openSqlite, storeFile } from './store/open-sqlite.ts'
import type { Store } from './store/port.ts'
import type { SyncLimits } from './sync/limits.ts'

/** Time, chance, and what bounds a server: brought in from outside, so that tests can. */
export interface Surroundings {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Milliseconds of processor time that this process has taken so far. */
  readonly worked: () => number
  readonly timers: Timers
  readonly newId: () => string
  /** At least 128 bits that nobody can guess. */
  readonly newSecret: () => string
  /** From 0 up to, but not including, 1; nobody can predict it. */
  readonly random: () => number
  /** 32 bits. */
  readonly newClientId: () => number
  readonly log: Log & HttpLog
  readonly requestLimits: RateLimits
  readonly httpLimits: HttpLimits
  readonly roomLimits: RoomLimits
  readonly syncLimits: SyncLimits
  /** How the disk is reached. */
  readonly openFile: OpenFile
  /** Joins the other servers of one process; undefined: there are none. */
  readonly joinBus?: (() => Bus) | undefined
  /** The built client; undefined where something else serves it. */
  readonly clientDir: string | undefined
}

/** All parts of a server but its sockets. */
export interface Assembly {
  readonly app: App
  readonly identities: Identities
  readonly registry: Registry
  readonly store: Store
  readonly metrics: Metrics
  /** From now on the server says that it is not ready. */
  stop(): void
  /** Commits and lets go of everything. */
  close(): Promise<void>
}

export async function assemble(config: Config, surroundings: Surroundings): Promise<Assembly> {
  const { now, timers, log } = surroundings
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const isSecure = config.publicUrl?.startsWith('https:') ?? false
  const identities = openIdentities(config.secret ?? (await openSecret(config.dataDir)), now, { isSecure })
  const store = await openStore(config, surroundings)
  const metrics = openMetrics()
  const { bus, openLimiter } = await joinNodes(config, surroundings, { namespace: await store.epoch(), metrics }).catch(
    async (error: unknown) => {
      await store.close()
      throw error
    },
  )
  metrics.watchStore(() => store.check())
  metrics.watchBus(() => bus.check())
  const registry = openRegistry({
    store: store.boards,
    bus,
    judge,
    hooks: facilitationHooks(surroundings),
    timers,
    limits: surroundings.roomLimits,
    log,
    metrics,
    now,
    startStopwatch: stopwatches(surroundings),
    newClientId: surroundings.newClientId,
  })
  metrics.watch(() => registry.stats())
  const stopClock = startAgendaClock({
    dueBy: (at) => store.boards.dueBy(at),
    open: (board) => registry.open(board),
    leaves: (board) => (store.boards.shared && !registry.has(board) ? 3000 + surroundings.random() * 4000 : 0),
    deps: surroundings,
    timers,
    failed: (error, board) => log.warn({ err: error, board }, 'a board that is due could not move on'),
  })
  let isStopping = false

  const app = createApp({
    ...surroundings,
    store,
    boards: registry,
    facilitation: {
      newBoard: (body, creator, like) => newBoard(body, creator, surroundings, like),
      newBoardOf: (file, creator) => newBoardOf(file, creator, surroundings),
      importInto: (live, file) => importInto(live, file, surroundings),
      takeEvents: (live, sent) => takeEvents(live, sent, surroundings),
      runCommand: (live, by, command) => runCommand(live, by, command, surroundings),
    },
    renderReport,
    identities,
    limits: surroundings.requestLimits,
    openLimiter,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    metrics,
    async ready() {
      if (isStopping) throw new Error('the server is stopping')
      await store.check()
      return bus.check().then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      )
    },
  })

  return {
    app,
    identities,
    registry,
    store,
    metrics,
    stop() {
      isStopping = true
    },
    async close() {
      stopClock()
      await registry.close()
      await bus.close()
      await store.close()
    },
  }
}

/** Only a server that is one of several loads what speaks Redis. */
async function joinNodes(
  { redisUrl }: Config,
  { joinBus, newId, random, timers, log }: Surroundings,
  { namespace, metrics }: { readonly namespace: string; readonly metrics: Metrics },
): Promise<{ readonly bus: Bus; readonly openLimiter: OpenLimiter }> {
  if (joinBus !== undefined) return { bus: joinBus(), openLimiter: countedHere }
  if (redisUrl === undefined) return { bus: aloneBus(newId()), openLimiter: countedHere }
  const { openShared } = await import('./bus/shared.ts')
  return openShared({
    url: redisUrl,
    node: newId(),
    namespace,
    random,
    timers,
    tell: (sentence) => log.info({}, sentence),
    warn: (error, sentence) => log.warn({ err: error }, sentence),
    metrics: metrics.bus,
  })
}

/** Only a server that uses PostgreSQL loads what speaks it. */
async function openStore(
  { dataDir, databaseUrl, redisUrl }: Config,
  { joinBus, now, newId, timers, log, openFile }: Surroundings,
): Promise<Store> {
  const warn = (error: unknown, sentence: string) => log.warn({ err: error }, sentence)
  if (databaseUrl === undefined) return openSqlite({ file: storeFile(dataDir), now, newId, openFile, warn })
  const { openPostgres } = await import('./store/open-postgres.ts')
  const isShared = redisUrl !== undefined || joinBus !== undefined
  const pause = (ms: number) => new Promise<void>((resolve) => void timers.after(ms, resolve))
  return openPostgres({ url: databaseUrl, now, newId, pause, warn, isShared })
}
