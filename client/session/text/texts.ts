import type * as Y from 'yjs'
import { deskSchema } from '../../../shared/document/desk-schema.ts'
import type { Field } from '../../../shared/document/field.ts'
import {
  type BoardSchema,
  boardSchema,
  type EntriesRootName,
  type TextFieldsOf,
} from '../../../shared/document/schema.ts'
import { draftText, flatTextOf, textOf } from '../../../shared/document/write.ts'
import type { targetKinds } from '../../../shared/review/target.ts'
import type { TextAddress } from '../undo/typing.ts'
import type { Watched } from '../watched.ts'
import { handleOf, type TextHandle } from './text-handle.ts'

export type TextField<R extends EntriesRootName> = TextFieldsOf<BoardSchema[R]['fields']>
export type IncidentText = TextFieldsOf<BoardSchema['incident']['fields']>

/** The texts of a board and of my desk, each with one handle for as long as it lives. */
export interface Texts {
  entry<R extends EntriesRootName>(root: R, id: string, field: TextField<R>): TextHandle | undefined
  incident(field: IncidentText): TextHandle | undefined
  draft(id: string): TextHandle | undefined
}

/** `bound` hears of each text the first time somebody asks for its handle. */
export function openTexts(
  board: Watched<Y.Doc>,
  desk: Watched<Y.Doc>,
  bound: (text: Y.Text, address: TextAddress) => void,
): Texts {
  const handles = new WeakMap<Y.Text, TextHandle>()
  const handle = (text: Y.Text | undefined, place: string, limit: number, address: TextAddress) => {
    if (text === undefined) return undefined
    const known = handles.get(text)
    if (known !== undefined) return known
    const fresh = handleOf(text, place, limit)
    handles.set(text, fresh)
    bound(text, address)
    return fresh
  }
  return {
    entry: (root, id, field) =>
      handle(textOf(board.get(), root, id, field), placeOf(root, id, field), limitOf(boardSchema[root].fields, field), {
        document: 'board',
        root,
        id,
        field,
      }),
    incident: (field) =>
      handle(
        flatTextOf(board.get(), 'incident', field),
        `field:${field}`,
        limitOf(boardSchema.incident.fields, field),
        {
          document: 'board',
          root: 'incident',
          id: null,
          field,
        },
      ),
    draft: (id) =>
      handle(draftText(desk.get(), id), `note:${id}`, deskSchema.drafts.fields.text.limit, {
        document: 'desk',
        root: 'drafts',
        id,
        field: 'text',
      }),
  }
}

const targetOfRoot: Partial<Record<EntriesRootName, (typeof targetKinds)[number]>> = {
  notes: 'note',
  themes: 'theme',
  actions: 'action',
  timeline: 'event',
  causes: 'cause',
}

/** `note:<id>`; what else is written about an entry than its first text has its field behind it. */
function placeOf(root: EntriesRootName, id: string, field: string): string {
  const isFirst = field === 'text' || field === 'label' || field === 'title' || field === 'event'
  return `${targetOfRoot[root] ?? root}:${id}${isFirst ? '' : `/${field}`}`
}

function limitOf(fields: Readonly<Record<string, Field>>, field: string): number {
  const found = fields[field]
  return found?.kind === 'text' ? found.limit : 0
}
