import type { BoardAnswer, Invitation, Join } from '../../shared/api/boards.ts'
import type { Role } from '../../shared/review/people.ts'
import type { Answer } from '../session/api.ts'

/** What somebody who follows an address to a board finds. */
export type Entrance =
  | { readonly state: 'member'; readonly answer: BoardAnswer }
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

export type ClosedBecause = 'no-such-board' | 'not-a-member' | 'wrong-link' | 'unreachable' | 'too-fast'

export interface EntranceApi {
  getBoard(board: string): Promise<Answer<BoardAnswer>>
  getInvitation(board: string, invite: string): Promise<Answer<Invitation>>
  join(board: string, body: Join): Promise<Answer<BoardAnswer>>
}

/** Finds out who one is on a board; `invite` is what the link carried, null without one. */
export async function enterBoard(api: EntranceApi, board: string, invite: string | null): Promise<Entrance> {
  const known = await api.getBoard(board)
  if (invite === null) return known.allowed ? { state: 'member', answer: known.value } : closed(known.reason.status)

  const invitation = await api.getInvitation(board, invite)
  if (!invitation.allowed) {
    if (known.allowed) return { state: 'member', answer: known.value }
    return { state: 'closed', because: invitationRefusals[invitation.reason.status] ?? 'wrong-link' }
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

const invitationRefusals: Readonly<Record<number, ClosedBecause>> = {
  0: 'unreachable',
  404: 'no-such-board',
  429: 'too-fast',
  500: 'unreachable',
  502: 'unreachable',
  503: 'unreachable',
}

function closed(status: number): Entrance {
  if (status === 401 || status === 403) return { state: 'closed', because: 'not-a-member' }
  if (status === 404) return { state: 'closed', because: 'no-such-board' }
  return { state: 'closed', because: status === 429 ? 'too-fast' : 'unreachable' }
}
