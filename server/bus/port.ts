/** What servers tell each other about the boards that they have open: hints that may be lost, doubled or late, never the truth. */
export interface Bus {
  /** This server, among those that share the store: a random id of its run. */
  readonly node: string
  /**
   * From now on hears what other nodes say of this board (never its own words), until the returned function is called.
   * Resolves once it listens; where there is no way now, soon: it listens, and tells of the gap, once there is one.
   */
  listen(board: string, hear: (message: Uint8Array, from: string) => void): Promise<() => void>
  /** Never throws, never waits, may be lost. */
  say(board: string, message: Uint8Array): void
  /** Called after a time in which words may have been lost. */
  onGap(again: () => void): void
  /** Whether others are heard now, as far as is known here. */
  isUp(): boolean
  /** Resolves if it works now, rejects with a sentence if not. */
  check(): Promise<void>
  close(): Promise<void>
}
