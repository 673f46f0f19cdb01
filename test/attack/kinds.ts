import { bombKinds } from './attacks/bombs.ts'
import { byteKinds } from './attacks/bytes.ts'
import { clientKinds } from './attacks/clients.ts'
import { deskKinds } from './attacks/desks.ts'
import { doorKinds } from './attacks/doors.ts'
import { entryKinds } from './attacks/entries.ts'
import { frameKinds } from './attacks/frames.ts'
import { inviteKinds } from './attacks/invites.ts'
import { originKinds } from './attacks/origins.ts'
import { otherKinds } from './attacks/others.ts'
import { presenceKinds } from './attacks/presence.ts'
import { orderKinds, requestKinds } from './attacks/requests.ts'
import { textKinds } from './attacks/texts.ts'
import { tokenKinds } from './attacks/tokens.ts'
import { valueKinds } from './attacks/values.ts'
import type { Kind } from './attempts.ts'

/** Everything that is tried, by the promise that it tries to break. */
export const kindsOf = {
  writes: [...valueKinds, ...textKinds, ...entryKinds, ...otherKinds, ...deskKinds],
  clients: clientKinds,
  bytes: [...byteKinds, ...bombKinds],
  frames: [...frameKinds, ...presenceKinds],
  doors: [...doorKinds, ...inviteKinds, ...requestKinds, ...originKinds, ...tokenKinds],
  // Last, since a facilitator's commands change what the board is like.
  commands: orderKinds,
} as const satisfies Readonly<Record<string, readonly Kind[]>>
