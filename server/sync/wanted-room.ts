import { syncPath } from '../../shared/api/paths.ts'
import type { Wanted } from '../rooms/rooms.ts'

/** What a client asks for by the address it connects to. */
export interface WantedRoom {
  readonly board: string
  readonly wanted: Wanted
  /** Layout version the client knows; undefined: the current one. */
  readonly schema: number | undefined
}

const room = /^\/([A-Za-z0-9_-]{1,64})(\/desk)?$/

export function isSyncAddress(url: string): boolean {
  return pathOf(url).startsWith(`${syncPath}/`)
}

/** Undefined: no board could have such an address. */
export function wantedRoom(url: string): WantedRoom | undefined {
  const [, board, desk] = room.exec(pathOf(url).slice(syncPath.length)) ?? []
  if (board === undefined) return undefined
  const schema = new URLSearchParams(url.split('?')[1] ?? '').get('schema')
  return { board, wanted: desk === undefined ? 'board' : 'desk', schema: schema === null ? undefined : Number(schema) }
}

function pathOf(url: string): string {
  return url.split('?')[0] ?? ''
}
