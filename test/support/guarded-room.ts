import * as Y from 'yjs'
import { type GuardContext, judge as judgeOfSource } from '../../server/rooms/guard/guard.ts'
import type { Verdict } from '../../server/rooms/guard/verdict.ts'
import type { Space } from '../../server/rooms/weights.ts'
import type { ClientOwner } from '../../server/store/port.ts'
import { deskSchema } from '../../shared/document/desk-schema.ts'
import type { Asking } from '../../shared/document/may.ts'
import { boardSchema, type DocumentSchema } from '../../shared/document/schema.ts'
import { createEntry, createFlatTexts, setFlat } from '../../shared/document/write.ts'
import type { Role } from '../../shared/review/people.ts'
import { defaultSettings } from '../../shared/review/session.ts'

export type Name = 'ana' | 'ben' | 'fay' | 'olga'

const roles: Readonly<Record<Name, Role>> = {
  ana: 'participant',
  ben: 'participant',
  fay: 'facilitator',
  olga: 'observer',
}

/** The client id under which the server wrote what was there first. */
export const serverClient = 1

/** One document on a server, with nothing around it but the guard: what it lets pass is applied and bound. */
export class GuardedRoom {
  readonly doc = new Y.Doc()
  readonly owners = new Map<number, ClientOwner>([[serverClient, 'server']])
  readonly draftAuthors = new Map<string, string>()
  readonly notes = new Set<string>()
  readonly left = new Set<Name>()
  readonly schema: DocumentSchema
  readonly #judge: typeof judgeOfSource
  readonly #lookups: Pick<GuardContext, 'ownerOf' | 'authorOfDraft' | 'noteExists'> = {
    ownerOf: (client) => this.owners.get(client),
    authorOfDraft: (id) => this.draftAuthors.get(id),
    noteExists: (id) => this.notes.has(id),
  }
  #clients = 0
  status: Asking['status'] = 'open'
  editing: Asking['editing'] = 'author'
  space: Space = { is: 'free' }

  /** Judged by another guard than that of the sources, where one is given. */
  constructor(schema: DocumentSchema, judge = judgeOfSource) {
    this.schema = schema
    this.#judge = judge
    this.doc.clientID = serverClient
  }

  /** A client id that nobody had: neither in order nor by chance, so that a failing seed fails again. */
  newClient(): number {
    this.#clients += 1
    return 10 + ((this.#clients * 7919) % 100_003)
  }

  /** A copy as one browser of somebody holds it, with all that the server has. */
  copy(options: { readonly gc?: boolean; readonly client?: number } = {}): Y.Doc {
    const copy = new Y.Doc({ gc: options.gc ?? true })
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc))
    // Only now: Yjs takes another id where an update brings its own.
    copy.clientID = options.client ?? this.newClient()
    return copy
  }

  /** What a copy would send as its step 2: the structs that the server lacks, and all deletions. */
  lackedFrom(copy: Y.Doc): Uint8Array {
    return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(this.doc))
  }

  judge(name: Name, update: Uint8Array): Verdict {
    return this.#judge(update, {
      doc: this.doc,
      schema: this.schema,
      asking: {
        person: { id: name, role: roles[name], left: this.left.has(name) ? 1 : undefined },
        status: this.status,
        editing: this.editing,
      },
      ...this.#lookups,
      ownClients: [...this.owners.values()].filter((owner) => owner !== 'server' && owner.person === name).length,
      space: this.space,
      now: 1000,
    })
  }

  /** Judges an update and applies it if it may be. */
  take(name: Name, update: Uint8Array): Verdict {
    const verdict = this.judge(name, update)
    if (verdict.verdict === 'apply') {
      for (const client of verdict.newClients) this.owners.set(client, { person: name })
      Y.applyUpdate(this.doc, update)
    }
    return verdict
  }

  /** Somebody changes the document in a browser of their own; the server is sent what it lacks. */
  send(
    name: Name,
    change: (copy: Y.Doc) => void,
    options: { readonly gc?: boolean; readonly client?: number } = {},
  ): Verdict {
    const copy = this.copy(options)
    change(copy)
    return this.take(name, this.lackedFrom(copy))
  }

  /** What the server does itself is asked of nobody. */
  write(change: (doc: Y.Doc) => void): void {
    change(this.doc)
  }

  get isWhole(): boolean {
    return this.doc.store.pendingStructs === null && this.doc.store.pendingDs === null
  }
}

/** A board that is discussed: a note each of ana and ben, a theme, an action, an event and a check-in. */
export function aGuardedBoard(judge = judgeOfSource): GuardedRoom {
  const room = new GuardedRoom(boardSchema, judge)
  room.write((doc) => {
    createFlatTexts(doc)
    setFlat(doc, 'session', {
      title: 'Checkout down',
      status: 'open',
      phase: 'discuss',
      agenda: [{ id: 'discuss', kind: 'discuss', title: 'Discuss', minutes: 20 }],
      visits: [],
      timer: null,
      settings: defaultSettings,
      sections: [{ id: 'lessons', title: 'Lessons', prompts: [], icon: 'lightbulb', color: 'blue', votable: true }],
      spotlight: null,
      round: null,
      schema: 1,
    })
    for (const [name, role] of Object.entries(roles)) {
      createEntry(doc, 'people', name, { name, role, color: 'blue', joinedAt: 1, counts: true })
    }
    const note = { section: 'lessons', discussion: '', createdAt: 1, rank: 'a0' }
    createEntry(doc, 'notes', 'deploys', { ...note, text: 'Deploys on Friday', author: 'ana' })
    createEntry(doc, 'notes', 'alerts', { ...note, text: 'Alerts came late', author: 'ben' })
    createEntry(doc, 'themes', 'process', { label: 'Process', rank: 'a0' })
    createEntry(doc, 'actions', 'runbook', { title: 'Write the runbook', rank: 'a0' })
    createEntry(doc, 'checkIns', 'may', { on: '2026-05-01', what: 'Runbook there?' })
    createEntry(doc, 'timeline', 'page', { at: '2018-10-21T22:52:00Z', event: 'Paged', actor: 'ben' })
    createEntry(doc, 'results', 'round-1', {
      phase: 'vote',
      ballot: 'secret',
      openedAt: 1,
      closedAt: 2,
      voters: 2,
      cast: 3,
      votes: {},
      labels: {},
      late: 0,
    })
  })
  return room
}

export function aGuardedDesk(): GuardedRoom {
  return new GuardedRoom(deskSchema)
}

/** All of a document, whatever the order in which it came to be. */
export function contentOf(doc: Y.Doc, schema: DocumentSchema = boardSchema): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(schema).map((root) => [root, doc.getMap(root).toJSON()]))
}
