import type { Me } from '../../shared/api/boards.ts'
import type { BoardSession } from './board-session.ts'
import { browserEnvironment, type SessionEnvironment } from './environment.ts'

export interface OpenOptions {
  readonly boardId: string
  readonly me: Me
  readonly epoch: string
  /** Of the server, such as `https://review.example.org`. */
  readonly origin: string
  readonly environment?: SessionEnvironment | undefined
}

/** Opens a board: resolves once there is something to show, from this device or from the server. */
export function openBoardSession(options: OpenOptions): Promise<BoardSession> {
  const environment = options.environment ?? browserEnvironment()
  return Promise.reject(new Error(`not connected: ${environment.now()}`))
}
