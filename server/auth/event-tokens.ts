import { createHash } from 'node:crypto'
import type { EventToken, EventTokenStore } from '../store/port.ts'

/** By what people and scanners of leaked secrets know a token of ours. */
const prefix = 'hindsight_'

/** The token with which other programs send events to one board. */
export interface EventTokens {
  /** A new one; the board's former one works no more. Told this once: what is kept is a digest. */
  make(board: string, by: string): Promise<{ readonly token: string; readonly madeAt: number }>
  ofBoard(board: string): Promise<Pick<EventToken, 'by' | 'madeAt'> | undefined>
  revoke(board: string): Promise<void>
  /** The board that a request's `Authorization` header gives access to. */
  boardOf(authorization: string | undefined): Promise<string | undefined>
}

export function openEventTokens(
  store: EventTokenStore,
  deps: { readonly now: () => number; readonly newSecret: () => string },
): EventTokens {
  return {
    async make(board, by) {
      const token = `${prefix}${deps.newSecret()}`
      const madeAt = deps.now()
      await store.put({ board, digest: digest(token), by, madeAt })
      return { token, madeAt }
    },
    ofBoard: (board) => store.ofBoard(board),
    revoke: (board) => store.remove(board),
    async boardOf(authorization) {
      const token = /^Bearer +(?<token>[\w-]{1,200}) *$/i.exec(authorization ?? '')?.groups?.token
      return token === undefined ? undefined : (await store.find(digest(token)))?.board
    },
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
