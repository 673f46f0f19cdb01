import { type CloseCode, closeCodes } from '../../shared/protocol/close-codes.ts'
import type { Connection } from './connection.ts'
import type { RoomLimits } from './limits.ts'
import type { OpenBoard } from './open-board.ts'
import type { Peer } from './peer.ts'
import type { Wanted } from './rooms.ts'

export type Admission =
  | { readonly admitted: true; readonly connection: Connection }
  | { readonly admitted: false; readonly code: CloseCode; readonly reason: string }

/** Lets a peer into a room of a board, where it may enter and there is room for it. */
export async function admit(
  board: OpenBoard | undefined,
  wanted: Wanted,
  peer: Peer,
  { connectionsPerPerson, connectionsPerBoard }: RoomLimits,
): Promise<Admission> {
  if (!board) return turnAway(closeCodes.noSuchBoard, 'no-such-board')
  const member = board.live.members.get(peer.person)
  if (!member) return turnAway(closeCodes.refused, 'not-a-member')
  if (member.left !== undefined) {
    await board.live.settled()
    return turnAway(closeCodes.removed, 'removed')
  }
  const isFull = board.connections(peer.person) >= connectionsPerPerson || board.connections() >= connectionsPerBoard
  if (isFull) return turnAway(closeCodes.tooFast, 'too-many-connections')
  return { admitted: true, connection: board.rooms.join(wanted, peer) }
}

export function turnAway(code: CloseCode, reason: string): Admission {
  return { admitted: false, code, reason }
}
