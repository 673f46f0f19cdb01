import * as Y from 'yjs'
import type { BoardFile, Brought } from '../../shared/api/board-file.ts'
import type { CreateBoard } from '../../shared/api/boards.ts'
import { listingOf } from '../../shared/document/listing.ts'
import { schemaVersion } from '../../shared/document/schema.ts'
import { createEntry, createFlatTexts, fillFlat, setFlat } from '../../shared/document/write.ts'
import { agendaFor } from '../../shared/review/agenda-lengths.ts'
import { cleanTitle } from '../../shared/review/names.ts'
import { type AgendaItem, defaultSettings, type Session } from '../../shared/review/session.ts'
import { templates } from '../../shared/review/templates.ts'
import type { Commit, Member } from '../store/port.ts'
import { bringEntries } from './bring-content.ts'
import { bringFile } from './bring-file.ts'
import type { FacilitationDeps } from './deps.ts'

export interface NewBoard {
  readonly id: string
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly first: Commit
}

/** What a board takes over from another that it is to be like. */
export type Pattern = Pick<Session, 'agenda' | 'sections' | 'settings'>

/** A new board with all it was given, as its first commit. `body` has been checked by the contract. */
export function newBoard(body: CreateBoard, creator: Member, deps: FacilitationDeps, pattern?: Pattern): NewBoard {
  return born(creator, deps, (doc) => {
    setFlat(doc, 'session', newSession(body, deps, pattern))
    fillFlat(doc, 'incident', body.incident ?? {})
    bringEntries(doc, body, creator, deps)
  })
}

/** A new board of a file: as the file's was, but for what belongs to a moment or to people who are not here. [FILE1] */
export function newBoardOf(
  file: BoardFile,
  creator: Member,
  deps: FacilitationDeps,
): NewBoard & { readonly brought: Brought } {
  const { title, id: origin } = file.board
  let brought: Brought | undefined
  const board = born(creator, deps, (doc) => {
    const { timer, spotlight, lastMove, lease, hands, locked, roomVoters, ...session } =
      file.session ?? newSession({ title }, deps)
    const isCounted = file.results.some(({ id }) => id === session.round)
    setFlat(doc, 'session', {
      ...session,
      agenda: session.agenda.map((item) => (item.id === session.phase ? withoutPastEnd(item, deps.now()) : item)),
      ...{ title: cleanTitle(title), timer: null, spotlight: null, schema: schemaVersion },
      ...{ round: isCounted ? session.round : null, origin: session.origin ?? origin },
    })
    brought = bringFile(doc, file, deps.now())
  })
  return { ...board, brought: brought ?? { added: 0, filled: 0, there: 0 } }
}

/** A phase whose end passed elsewhere waits for its facilitator: nobody was here to see it end. */
function withoutPastEnd({ auto, ...item }: AgendaItem, now: number): AgendaItem {
  const hasPassed = item.endsAt !== undefined && item.endsAt <= now
  return auto === undefined || hasPassed ? item : { ...item, auto }
}

function born(creator: Member, deps: FacilitationDeps, write: (doc: Y.Doc) => void): NewBoard {
  const createdAt = deps.now()
  const doc = new Y.Doc()
  doc.clientID = deps.newClientId()
  doc.transact(() => {
    const { id, ...person } = creator
    createEntry(doc, 'people', id, person)
    createFlatTexts(doc)
    write(doc)
  })
  const first: Commit = {
    updates: [{ document: 'board', update: Y.encodeStateAsUpdate(doc) }],
    bindings: [{ client: doc.clientID, owner: 'server' }],
    members: [creator],
    draftAuthors: [],
    invites: (['facilitator', 'participant', 'observer'] as const).map((role) => ({
      role,
      secret: deps.newSecret(),
      since: createdAt,
    })),
    commands: [],
    listing: listingOf(doc),
  }
  doc.destroy()
  return { id: deps.newId(), createdAt, first }
}

function newSession(
  body: Pick<CreateBoard, 'title' | 'template' | 'minutes' | 'settings' | 'agenda' | 'sections'>,
  deps: FacilitationDeps,
  pattern?: Pattern,
): Session {
  const template = templates[body.template ?? 'incident-review']
  const planned = body.agenda ?? pattern?.agenda
  const agenda = planned
    ? planned.map(({ kind, title, minutes }) => ({ id: deps.newId(), kind, title, minutes }))
    : agendaFor(body.minutes, deps.newId, template.kinds)
  const phase = agenda[0]?.id ?? ''
  return {
    title: cleanTitle(body.title),
    status: 'open',
    phase,
    agenda,
    visits: [{ phase, at: deps.now() }],
    timer: null,
    settings: { ...defaultSettings, ...pattern?.settings, ...body.settings },
    sections: body.sections ?? pattern?.sections ?? template.sections,
    spotlight: null,
    round: null,
    schema: schemaVersion,
  }
}
