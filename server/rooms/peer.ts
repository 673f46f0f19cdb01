import type { CloseCode } from '../../shared/protocol/close-codes.ts'

/** The far end of one connection, as a room knows it: no socket, no HTTP. */
export interface Peer {
  readonly person: string
  send(frame: Uint8Array): void
  /** What taking in and answering its messages costs, in bytes, is its own as if it had sent them. */
  spend(bytes: number): void
  close(code: CloseCode, reason: string): void
  /** Can't keep up: gets nothing but a single difference once `Connection.drained()` says that it can again. */
  readonly isCongested: boolean
}
