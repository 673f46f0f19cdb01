import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** How many there are now; asked when metrics are read. */
interface LiveCounts {
  readonly boards: number
  readonly connections: number
}

/** What sockets hold in memory. */
interface SocketCounts {
  /** Bytes that peers have not taken yet. */
  readonly waiting: number
  /** Bytes of messages that have begun and not ended. */
  readonly unfinished: number
}

/** What nodes tell each other. */
interface BusCounts {
  said(bytes: number): void
  heard(bytes: number): void
  /** Something that could not be said. */
  lost(): void
  /** Something of others may not have been heard. */
  gap(): void
}

/** What the parts of the server count, and the text that Prometheus reads. */
export interface Metrics {
  /** One commit: how long it took, and how many documents it wrote to. */
  committed(ms: number, documents: number): void
  /** One board was taken into memory: how long that took. */
  loaded(ms: number): void
  /** An update or frame was refused with 4403. */
  refused(reason: string): void
  /** We closed a socket. */
  closed(code: number): void
  requested(request: {
    readonly method: string
    readonly route: string
    readonly status: number
    readonly ms: number
  }): void
  /** Where the numbers of what is in use come from, once that exists. */
  watch(counts: () => LiveCounts): void
  watchSockets(counts: () => SocketCounts): void
  /** Resolves where the store can be written; asked whenever metrics are read, and told the next time. */
  watchStore(check: () => Promise<void>): void
  /** Resolves where the other nodes are heard. */
  watchBus(check: () => Promise<void>): void
  readonly bus: BusCounts
  text(): Promise<string>
  readonly contentType: string
}

const seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

/** Each server has its own registry, so that several may run in one process. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  let counts = (): LiveCounts => ({ boards: 0, connections: 0 })
  let hearsOthers = async (): Promise<void> => undefined
  let writes = async (): Promise<void> => undefined
  let canWrite = 1
  let isAsking = false
  let sockets = (): SocketCounts => ({ waiting: 0, unfinished: 0 })

  collectDefaultMetrics({ register: registry, prefix: 'hindsight_' })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  gauge('hindsight_boards', 'Boards in memory', () => counts().boards)
  gauge('hindsight_connections', 'Open WebSocket connections', () => counts().connections)
  gauge('hindsight_waiting_bytes', 'Bytes that wait for clients to take them', () => sockets().waiting)
  gauge('hindsight_unfinished_bytes', 'Bytes of messages not yet complete', () => sockets().unfinished)
  new Gauge({
    name: 'hindsight_store_up',
    help: 'Whether the boards could be written when that was looked at last: 1 or 0',
    registers,
    collect() {
      this.set(canWrite)
      // A database that does not answer takes a while to say so; whoever reads metrics does not wait for it.
      if (isAsking) return
      isAsking = true
      writes()
        .then(
          () => 1,
          () => 0,
        )
        .then((found) => {
          canWrite = found
          isAsking = false
        })
    },
  })
  new Gauge({
    name: 'hindsight_bus_up',
    help: 'Whether this node hears the others: 1 or 0',
    registers,
    async collect() {
      this.set(
        await hearsOthers().then(
          () => 1,
          () => 0,
        ),
      )
    },
  })
  const words = new Counter({
    name: 'hindsight_bus_words_total',
    help: 'Words to other nodes that were said or lost, and words of theirs that were heard',
    labelNames: ['what'],
    registers,
  })
  const wordBytes = new Counter({
    name: 'hindsight_bus_bytes_total',
    help: 'Bytes of the words that were said and heard',
    labelNames: ['what'],
    registers,
  })
  const gaps = new Counter({
    name: 'hindsight_bus_gaps_total',
    help: 'Times after which words of other nodes may have been lost',
    registers,
  })
  const commits = new Histogram({
    name: 'hindsight_commit_seconds',
    help: 'Time until a commit was on disk',
    buckets: seconds,
    registers,
  })
  const loads = new Histogram({
    name: 'hindsight_load_seconds',
    help: 'Time until a board was in memory',
    buckets: seconds,
    registers,
  })
  const updates = new Counter({ name: 'hindsight_updates_total', help: 'Document updates committed', registers })
  const refusals = new Counter({
    name: 'hindsight_refusals_total',
    help: 'Updates and frames that were refused',
    labelNames: ['reason'],
    registers,
  })
  const closes = new Counter({
    name: 'hindsight_closed_connections_total',
    help: 'WebSocket connections that the server closed',
    labelNames: ['code'],
    registers,
  })
  const requests = new Histogram({
    name: 'hindsight_http_request_seconds',
    help: 'Time until a request was answered',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  })

  return {
    committed(ms, documents) {
      commits.observe(ms / 1000)
      updates.inc(documents)
    },
    loaded: (ms) => loads.observe(ms / 1000),
    refused: (reason) => refusals.inc({ reason }),
    closed: (code) => closes.inc({ code }),
    requested: ({ method, route, status, ms }) => requests.observe({ method, route, status }, ms / 1000),
    watch(source) {
      counts = source
    },
    watchSockets(source) {
      sockets = source
    },
    watchStore(check) {
      writes = check
    },
    watchBus(check) {
      hearsOthers = check
    },
    bus: {
      said(bytes) {
        words.inc({ what: 'said' })
        wordBytes.inc({ what: 'said' }, bytes)
      },
      heard(bytes) {
        words.inc({ what: 'heard' })
        wordBytes.inc({ what: 'heard' }, bytes)
      },
      lost: () => words.inc({ what: 'lost' }),
      gap: () => gaps.inc(),
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
