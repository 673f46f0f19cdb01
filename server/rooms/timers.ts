type Cancel = () => void

/** Time as rooms and sockets see it: given by whoever composes the server, turned by hand in tests. */
export interface Timers {
  /** Runs at the end of the current turn of the event loop. */
  soon(run: () => void): void
  after(ms: number, run: () => void): Cancel
  every(ms: number, run: () => void): Cancel
}
