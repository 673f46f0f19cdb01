/** A structured log; pino's shape. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What rooms and sockets count. */
export interface Metrics {
  /** How long one commit took, and how many documents it wrote to. */
  committed(ms: number, documents: number): void
  /** How long it took until a board was in memory. */
  loaded(ms: number): void
  /** An update or a frame was refused with 4403. */
  refused(reason: string): void
  /** A socket was closed by us. */
  closed(code: number): void
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

export const noMetrics: Metrics = { committed: () => {}, loaded: () => {}, refused: () => {}, closed: () => {} }
