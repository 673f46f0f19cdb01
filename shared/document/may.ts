import type { Person } from '../review/people.ts'
import { allow, type Result, refuse } from '../review/result.ts'
import type { Session, Settings } from '../review/session.ts'
import type { Field, Who } from './field.ts'
import type { Root } from './root.ts'
import { type BoardRoot, boardSchema, type ContentRootName, type DocumentSchema } from './schema.ts'

/** Why a person may not write something. The UI words them; the guard sends them as the reason of a 4403. */
export type WriteRefusal =
  | 'observer'
  | 'server-only'
  | 'not-the-author'
  | 'board-closed'
  | 'board-locked'
  | 'removed-from-board'

/** Who is asking, and what about the board decides the answer. */
export interface Asking {
  readonly person: Pick<Person, 'id' | 'role' | 'left'>
  readonly status: Session['status']
  readonly editing: Settings['editing']
  /** Facilitators alone write. */
  readonly locked?: boolean | undefined
}

/** What a write is about, apart from who writes. `author` is undefined where an entry has none. */
interface Write {
  readonly who: Who
  readonly livesOn: boolean
  readonly author?: string | null | undefined
}

/** May this person create an entry in this root? */
export function mayCreate(asking: Asking, root: ContentRootName): Result<true, WriteRefusal> {
  const spec = boardSchema[root]
  return decide(asking, { who: spec.create, livesOn: spec.livesOn })
}

/** May this person change this field (for `removed`: bin the entry or take it back out)? */
export function mayChange<R extends BoardRoot>(
  asking: Asking,
  root: R,
  field: keyof BoardSchemaFields<R> & string,
  author?: string | null,
): Result<true, WriteRefusal> {
  return mayWriteField(asking, fieldOf(boardSchema, root, field), author)
}

export function mayWriteField(asking: Asking, field: Field, author?: string | null): Result<true, WriteRefusal> {
  return decide(asking, { who: field.change, livesOn: field.livesOn, author })
}

/** May this person create entries in (or set keys of) a root, by its declaration alone? */
export function mayCreateIn(asking: Asking, root: Root): Result<true, WriteRefusal> {
  if (root.shape === 'entries') return decide(asking, { who: root.create, livesOn: root.livesOn })
  if (root.shape === 'scalars') return decide({ ...asking, locked: false }, { who: root.change, livesOn: false })
  return refuse('server-only')
}

function decide({ person, status, editing, locked }: Asking, write: Write): Result<true, WriteRefusal> {
  if (person.left !== undefined) return refuse('removed-from-board')
  if (write.who === 'server') return refuse('server-only')
  if (person.role === 'observer') return refuse('observer')
  if (status === 'closed' && !write.livesOn) return refuse('board-closed')
  if (locked === true && person.role !== 'facilitator') return refuse('board-locked')
  if (write.who === 'participant') return allow(true)
  if (write.author === person.id) return allow(true)
  if (write.who === 'author-or-facilitator')
    return person.role === 'facilitator' ? allow(true) : refuse('not-the-author')
  return editing === 'anyone' || write.author === null ? allow(true) : refuse('not-the-author')
}

type BoardSchemaFields<R extends BoardRoot> = (typeof boardSchema)[R]['fields']

function fieldOf(schema: DocumentSchema, root: string, field: string): Field {
  const spec = schema[root]
  const found = spec && spec.shape !== 'scalars' ? spec.fields[field] : undefined
  if (!found) throw new Error(`no field ${root}.${field} in the schema`)
  return found
}
