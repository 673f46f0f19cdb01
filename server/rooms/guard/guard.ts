import type * as Y from 'yjs'
import { deskSchema } from '../../../shared/document/desk-schema.ts'
import type { Asking } from '../../../shared/document/may.ts'
import type { DocumentSchema } from '../../../shared/document/schema.ts'
import { allow, type Result, refuse } from '../../../shared/review/result.ts'
import type { ClientOwner } from '../../store/port.ts'
import type { Space } from '../weights.ts'
import { spendOnCuts } from './cuts.ts'
import { decodeIncoming, type Incoming } from './decode.ts'
import { type Deletions, deletionsIn } from './deletions.ts'
import { Effort } from './effort.ts'
import { type Fresh, freshIn } from './fresh.ts'
import { judgeLetters } from './judge-letters.ts'
import { judgeWrites } from './judge-writes.ts'
import { mostClientsOfOne, mostFreshStructs, mostNewClients } from './limits.ts'
import { placesIn } from './places.ts'
import type { GuardRefusal } from './refusal.ts'
import type { Verdict } from './verdict.ts'
import { writesOf } from './writes.ts'

export interface GuardContext {
  /** The server's live copy; nothing is pending in it. */
  readonly doc: Y.Doc
  readonly schema: DocumentSchema
  /** On a desk the board's status makes no difference: what arrives waits there. */
  readonly asking: Asking
  ownerOf(client: number): ClientOwner | undefined
  /** How many client ids are this person's already. */
  readonly ownClients: number
  /** Desks only: whose draft this is, or was before it became a note. */
  authorOfDraft?(id: string): string | undefined
  /** Desks only: whether the board has a note of this id. */
  noteExists?(id: string): boolean
  /** What there is room for. */
  readonly space: Space
  readonly now: number
}

/** Whether an update may be applied, by whoever is asking, to the document as it is. Reads only. [GUARD1] */
export function judge(update: Uint8Array, context: GuardContext): Verdict {
  const decoded = decodeIncoming(update)
  if (!decoded.allowed) return { verdict: 'refuse', reason: decoded.reason }
  const { doc, schema } = context
  if (hasUnknownRoot(decoded.value, schema)) return { verdict: 'refuse', reason: 'unknown-root' }

  const fresh = freshIn(doc, decoded.value)
  const deletions = fresh && deletionsIn(doc, decoded.value, fresh)
  if (fresh === undefined || deletions === undefined) return { verdict: 'gap' }
  if (fresh.structs.length === 0 && deletions.stored.length === 0) return { verdict: 'nothing-new' }

  const newClients = judgeWriter(fresh, deletions, context)
  if (!newClients.allowed) return { verdict: 'refuse', reason: newClients.reason }
  const { space } = context
  if (space.is === 'full' && space.hardly) return { verdict: 'refuse', reason: space.why }
  const effort = new Effort()
  spendOnCuts(doc, decoded.value, deletions, effort)
  const writes = writesOf(fresh, deletions, placesIn(doc, schema, fresh), effort)
  if (!writes.allowed) return { verdict: 'refuse', reason: writes.reason }
  const letters = judgeLetters(doc, fresh, writes.value.texts, effort)
  if (!letters.allowed) return { verdict: 'refuse', reason: letters.reason }

  const asking = schema === deskSchema ? { ...context.asking, status: 'open' as const, locked: false } : context.asking
  const answer = judgeWrites(writes.value, { asking, space, isFree: (root, id) => isFree(root, id, context) })
  return answer.allowed
    ? { verdict: 'apply', newClients: newClients.value }
    : { verdict: 'refuse', reason: answer.reason }
}

/** Whether somebody may write at all, so much, and under these client ids; the ids that become theirs. */
function judgeWriter(
  fresh: Fresh,
  deletions: Deletions,
  context: GuardContext,
): Result<readonly number[], GuardRefusal> {
  const { person } = context.asking
  if (person.left !== undefined) return refuse('removed-from-board')
  if (person.role === 'observer') return refuse('observer')
  if (sizeOf(fresh) > mostFreshStructs || deletions.stored.length > mostFreshStructs) return refuse('too-large')
  const newClients: number[] = []
  for (const client of fresh.clients) {
    const owner = context.ownerOf(client)
    if (owner === undefined) newClients.push(client)
    else if (owner === 'server' || owner.person !== person.id) return refuse('client-id')
  }
  const isTooMany = newClients.length > mostNewClients || context.ownClients + newClients.length > mostClientsOfOne
  return isTooMany ? refuse('too-large') : allow(newClients)
}

/** Several values in one item count as so many. */
function sizeOf({ structs }: Fresh): number {
  return structs.reduce((sum, struct) => {
    const isList = struct.kind === 'item' && struct.content.kind === 'values'
    return sum + (isList ? struct.length : 1)
  }, 0)
}

/** Applying an update makes every root that it names, known structs included. */
function hasUnknownRoot({ blocks }: Incoming, schema: DocumentSchema): boolean {
  return blocks.some(({ structs }) =>
    structs.some(
      (struct) => struct.kind === 'item' && typeof struct.parent === 'string' && !Object.hasOwn(schema, struct.parent),
    ),
  )
}

/** A draft becomes the note of its id: nobody may begin one under a note that isn't theirs. */
function isFree(root: string, id: string, context: GuardContext): boolean {
  if (context.schema !== deskSchema || root !== 'drafts') return true
  const author = context.authorOfDraft?.(id)
  return author === undefined ? !context.noteExists?.(id) : author === context.asking.person.id
}
