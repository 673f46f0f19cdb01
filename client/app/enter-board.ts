import type { BoardAnswer, Invitation, Join, Problem } from '../../shared/api/boards.ts'
import type { Role } from '../../shared/review/people.ts'
import type { Answer } from '../session/api.ts'
import { endingOf } from '../session/connection/reception.ts'

/** What somebody who follows an address to a board finds. */
export type Entrance =
  /** `isOld`: not what the server has just answered. */
  | { readonly state: 'member'; readonly answer: BoardAnswer; readonly isOld?: true }
  /** A good link, and nobody yet: a name is needed. */
  | { readonly state: 'invited'; readonly invitation: Invitation; readonly invite: string }
  /** A link to somebody, in a browser that is somebody else. */
  | {
      readonly state: 'other-person'
      readonly name: string
      readonly invite: string
      /** Who this browser is on the board; null where they are not on it. */
      readonly answer: BoardAnswer | null
    }
  | { readonly state: 'closed'; readonly because: ClosedBecause }

export type ClosedBecause =
  | 'no-such-board'
  | 'not-a-member'
  | 'not-in-backup'
  | 'joined-after-backup'
  | 'wrong-link'
  | 'unreachable'
  | 'too-fast'
  | 'too-busy'

export interface EntranceApi {
  getBoard(board: string): Promise<Answer<BoardAnswer>>
  getInvitation(board: string, invite: string): Promise<Answer<Invitation>>
  join(board: string, body: Join): Promise<Answer<BoardAnswer>>
}

/** Who comes: what the link carried, and the epoch in which this browser was on the board last; null without one. */
export interface Visitor {
  readonly invite: string | null
  readonly epoch: string | null
}

/** Finds out who one is on a board. */
export async function enterBoard(api: EntranceApi, board: string, { invite, epoch }: Visitor): Promise<Entrance> {
  const known = await api.getBoard(board)
  if (invite === null) return known.allowed ? { state: 'member', answer: known.value } : closed(known.reason, epoch)

  const invitation = await api.getInvitation(board, invite)
  if (!invitation.allowed) {
    if (known.allowed) return { state: 'member', answer: known.value }
    return isWrongLink(invitation.reason)
      ? { state: 'closed', because: 'wrong-link' }
      : closed(invitation.reason, epoch)
  }
  const { role, people, browserIs } = invitation.value
  if (browserIs === 'the-same' && known.allowed) return { state: 'member', answer: known.value }
  if (browserIs === 'somebody-else') {
    return { state: 'other-person', name: people[0] ?? '', invite, answer: known.allowed ? known.value : null }
  }
  if (known.allowed && role !== null && !isStronger(role, known.value.me.role)) {
    return { state: 'member', answer: known.value }
  }
  // A link to oneself in a new browser, or one that raises the role of somebody known, asks nothing.
  if (known.allowed || role === null) {
    const joined = await api.join(board, { invite })
    if (joined.allowed) return { state: 'member', answer: joined.value }
    return known.allowed ? { state: 'member', answer: known.value } : { state: 'closed', because: 'wrong-link' }
  }
  return { state: 'invited', invitation: invitation.value, invite }
}

/** The secret in an address's fragment; null without one. What somebody mangled is tried as it is, and found wrong. */
export function inviteOf(fragment: string): string | null {
  const written = fragment.slice(1)
  if (written === '') return null
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

const strength: Readonly<Record<Role, number>> = { observer: 0, participant: 1, facilitator: 2 }

function isStronger(role: Role, than: Role): boolean {
  return strength[role] > strength[than]
}

/** Only our own server's word counts. What a proxy or a train's network answers means that it was not reached. */
function closed(problem: Problem, epoch: string | null): Entrance {
  const ending = endingOf(problem, epoch ?? undefined)
  if (ending === 'no-such-board' || ending === 'not-in-backup' || ending === 'joined-after-backup') {
    return { state: 'closed', because: ending }
  }
  if (ending !== undefined) return { state: 'closed', because: 'not-a-member' }
  if (problem.type === 'too-busy') return { state: 'closed', because: 'too-busy' }
  return { state: 'closed', because: problem.status === 429 ? 'too-fast' : 'unreachable' }
}

/** Whether the server may answer in a moment: then we ask again, and a copy on this device is shown meanwhile. */
export function isAway(because: ClosedBecause): boolean {
  return because === 'unreachable' || because === 'too-busy'
}

function isWrongLink({ type }: Problem): boolean {
  return type === 'invite-expired' || type === 'invalid'
}
