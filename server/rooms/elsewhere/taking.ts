import * as Y from 'yjs'
import { readFlat } from '../../../shared/document/read.ts'
import { boardSchema, entriesRoots } from '../../../shared/document/schema.ts'
import { closeCodes } from '../../../shared/protocol/close-codes.ts'
import type { DocumentKey, Member, Missing } from '../../store/port.ts'
import type { Batch } from '../batch.ts'
import type { Bindings } from '../bindings.ts'
import { Connection } from '../connection.ts'
import type { Derived } from '../derived.ts'
import type { Folding } from '../folding.ts'
import type { Journal } from '../journal.ts'
import type { Memory } from '../memory.ts'
import { elsewhere } from '../room.ts'
import type { Rooms } from '../rooms.ts'
import { haveStructsInCommon } from './structs.ts'

export interface TakingParts {
  readonly memory: Memory
  readonly journal: Journal
  readonly bindings: Bindings
  readonly rooms: Rooms
  readonly derived: Derived
  readonly folding: Folding
  /** Right after; `hasOwn`: something of our own is in memory and not committed yet. */
  taken(hasOwn: boolean): void
}

/**
 * What people sent here was judged on a state that is the newest no more, and on that it might be refused: they are sent
 * away, and what they send again is judged anew. [NODES3]
 */
export class JudgedTooEarly extends Error {
  override readonly name = 'JudgedTooEarly'
}

/**
 * Takes what other servers have committed into memory, and shows it to everyone here.
 *
 * @remarks
 * What waits here for its own commit was let in by the guard before: that stands unless what came decides on it. What
 * the server itself writes is decided only when nothing can come between, so none of it waits.
 *
 * @throws JudgedTooEarly; any error: memory is not to be used any more.
 */
export function takeMissing(parts: TakingParts, missing: Missing): void {
  const { memory, journal, bindings, rooms, derived, folding } = parts
  const own = journal.gathered
  const before = own && judgedOn(parts, own)
  if (own) assertApart(own, missing)

  for (const { client, owner } of missing.bindings) bindings.take(client, owner)
  for (const member of missing.members) memory.members.set(member.id, member)
  for (const invite of missing.invites) memory.invites.set(invite.role, invite)
  for (const { note, person } of missing.draftAuthors) memory.draftAuthors.set(note, person)
  for (const command of missing.commands) memory.commands.add(command)
  const documents = [...new Set(missing.updates.map(({ document }) => document))]
  for (const document of documents) takeDocument(parts, document, missing, own !== undefined)
  for (const { document, seq } of missing.updates) folding.taken(document, seq)

  if (own && before !== judgedOn(parts, own)) throw new JudgedTooEarly('what decides on what people sent has changed')
  parts.taken(own !== undefined)
  for (const { id, left } of missing.members) if (left !== undefined) rooms.closeAll(closeCodes.removed, 'removed', id)
  for (const document of documents) rooms.of(document).relayTaken(own && asCommitted(missing, document))
  const isOfPeople = missing.members.length > 0 || documents.some((document) => document !== 'board')
  derived.taken(isOfPeople, (committed) => journal.whenCommitted({ committed, failed: () => {} }))
  rooms.look()
}

function asCommitted({ updates }: Missing, document: DocumentKey): Uint8Array {
  return Y.mergeUpdates(updates.flatMap((each) => (each.document === document ? [each.update] : [])))
}

function takeDocument({ rooms }: TakingParts, document: DocumentKey, { updates }: Missing, hasOwn: boolean): void {
  const { doc } = rooms.of(document).parts
  const known = hasOwn && document === 'board' ? entriesOf(doc) : undefined
  const changed: ReadonlyMap<unknown, ReadonlySet<string | null>> = Y.transact(
    doc,
    (transaction) => {
      for (const each of updates) if (each.document === document) Y.applyUpdate(doc, each.update, elsewhere)
      return transaction.changed
    },
    elsewhere,
  )
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error(`what others wrote to ${document} depends on what is not there`)
  }
  for (const [root, ids] of known ?? []) {
    for (const id of changed.get(root) ?? []) {
      if (id !== null && ids.has(id)) throw new JudgedTooEarly(`entry ${id} was made twice`)
    }
  }
}

/** What people make: an id that they gave there and here at once would put one entry in the place of another. */
function entriesOf(doc: Y.Doc) {
  const roots = entriesRoots.filter((root) => boardSchema[root].create === 'participant')
  return new Map(
    roots.map((root) => {
      const map: Y.Map<unknown> = doc.getMap(root)
      return [map, new Set(map.keys())] as const
    }),
  )
}

/** What decided on the changes that wait, but for the documents themselves. */
function judgedOn({ memory }: TakingParts, own: Batch): string {
  const { status, locked, settings } = readFlat(memory.doc, 'session')
  const people = [...own.documents].flatMap((document) => [...(own.of(document)?.authors ?? [])].flatMap(personOf))
  if (people.length === 0) return ''
  const rights = [...new Set(people)].map((person) => rightsOf(memory.members.get(person)))
  return JSON.stringify([status, locked, settings.editing, rights])
}

function personOf(author: unknown): readonly string[] {
  return author instanceof Connection ? [author.peer.person] : []
}

function rightsOf(member: Member | undefined) {
  return [member?.id, member?.role, member?.left]
}

/** A client id speaks for one person, and says each thing once: what says otherwise is not both kept. */
function assertApart(own: Batch, missing: Missing): void {
  for (const { client, owner } of missing.bindings) {
    const ours = own.ownerOf(client)
    if (ours === undefined) continue
    if (JSON.stringify(ours) !== JSON.stringify(owner)) throw new JudgedTooEarly(`client ${client} is somebody else's`)
    own.dropBinding(client)
  }
  for (const { document, update } of missing.updates) {
    const parts = own.of(document)?.parts ?? []
    if (parts.length > 0 && haveStructsInCommon(parts, update)) {
      throw new JudgedTooEarly(`the same client wrote to ${document} on two servers at once`)
    }
  }
}
