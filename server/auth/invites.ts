import { createHash, timingSafeEqual } from 'node:crypto'
import type { Invite } from '../store/port.ts'

/** The invite with this secret, taking as long for any wrong one. */
export function inviteOf(invites: Iterable<Invite>, secret: string): Invite | undefined {
  const wanted = digest(secret)
  let found: Invite | undefined
  for (const invite of invites) if (timingSafeEqual(digest(invite.secret), wanted)) found = invite
  return found
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
