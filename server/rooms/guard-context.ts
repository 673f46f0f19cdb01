import { deskSchema } from '../../shared/document/desk-schema.ts'
import { readFields } from '../../shared/document/read.ts'
import { boardSchema } from '../../shared/document/schema.ts'
import type { DocumentKey, Member } from '../store/port.ts'
import type { Bindings } from './bindings.ts'
import type { GuardContext } from './guard/guard.ts'
import type { Verdict } from './guard/verdict.ts'
import type { Memory } from './memory.ts'
import type { Space } from './weights.ts'

export type Judge = (update: Uint8Array, context: GuardContext) => Verdict

/** What the guard is told of one document and one person, as things stand now. */
export function guardContext(
  { doc, desks, draftAuthors }: Memory,
  bindings: Bindings,
  document: DocumentKey,
  member: Member,
  space: Space,
  now: number,
): GuardContext {
  const { status, settings, locked } = readFields(doc, 'session', ['status', 'settings', 'locked'])
  const common = {
    asking: { person: member, status, editing: settings.editing, locked },
    ownerOf: (client: number) => bindings.ownerOf(client),
    ownClients: bindings.countOf(member.id),
    space,
    now,
  }
  if (document === 'board') return { ...common, doc, schema: boardSchema }
  const desk = desks.get(member.id)
  if (!desk) throw new Error('a room without its document')
  return {
    ...common,
    doc: desk,
    schema: deskSchema,
    authorOfDraft: (note) => draftAuthors.get(note) ?? holderOfDraft(note, desks),
    noteExists: (note) => doc.getMap('notes').has(note),
  }
}

/** Whose desk a draft lies on: its id is theirs before it is a note's, or a reveal would put two people's words into one. */
function holderOfDraft(draft: string, desks: Memory['desks']): string | undefined {
  for (const [person, desk] of desks) if (desk.getMap('drafts').has(draft)) return person
  return undefined
}
