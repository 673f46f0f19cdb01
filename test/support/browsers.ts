import * as fc from 'fast-check'
import * as Y from 'yjs'
import { addEntry, removeEntry, restoreEntry, setEntry, setIncident } from '../../shared/document/entry.ts'
import { type Asking, mayChange } from '../../shared/document/may.ts'
import { groupNotes, moveNote, setNoteTheme } from '../../shared/document/note.ts'
import { readEntries, readEntry } from '../../shared/document/read.ts'
import { createEntry, flatTextOf, localEdit, setFields, setFlat, textOf } from '../../shared/document/write.ts'
import type { GuardedRoom, Name } from './guarded-room.ts'

const deeds = [
  'type',
  'erase',
  'move',
  'group',
  'ungroup',
  'theme',
  'event',
  'set',
  'clear',
  'remove',
  'restore',
  'unmake',
  'undo',
  'redo',
  'speak',
  'speak-merged',
  'step-2',
  'all-of-it',
  'listen',
  'reload',
  'server',
] as const

/** Something that somebody does at a browser; `a` and `b` choose what to. */
export interface Deed {
  readonly who: number
  readonly what: (typeof deeds)[number]
  readonly a: number
  readonly b: number
}

export const aDeed: fc.Arbitrary<Deed> = fc.record({
  who: fc.nat(4),
  what: fc.constantFrom(...deeds),
  a: fc.nat(999),
  b: fc.nat(999),
})

type TextPlace =
  | readonly ['notes', 'text' | 'discussion']
  | readonly ['themes', 'label']
  | readonly ['timeline', 'event']

const textPlaces: readonly TextPlace[] = [
  ['notes', 'text'],
  ['notes', 'discussion'],
  ['themes', 'label'],
  ['timeline', 'event'],
]

/** One browser of somebody: it does only what the verbs allow, and speaks with the server when told. */
export class Browser {
  readonly name: Name
  readonly #room: GuardedRoom
  readonly #gc: boolean
  readonly #asking: Asking
  doc: Y.Doc
  #undo: Y.UndoManager
  #spoken: Uint8Array[] = []

  constructor(room: GuardedRoom, name: Name, asking: Asking, gc: boolean) {
    this.name = name
    this.#room = room
    this.#asking = asking
    this.#gc = gc
    this.doc = new Y.Doc({ gc })
    this.#undo = new Y.UndoManager([], { doc: this.doc })
    this.#open(Y.encodeStateAsUpdate(room.doc))
  }

  do({ what, a, b }: Deed): void {
    const { doc } = this
    const asking = this.#asking
    const theme = pick(readEntries(doc, 'themes'), b)?.id ?? ''
    const note = pick(readEntries(doc, 'notes'), a)?.id ?? ''
    const root = pick(['notes', 'themes', 'timeline'] as const, b) ?? 'notes'
    const entry = pick(readEntries(doc, root), a)?.id ?? ''
    const id = `${this.name}-${doc.clientID}-${a}`
    const done: Readonly<Record<Deed['what'], () => unknown>> = {
      type: () => this.#edit(a, b, (text) => text.insert(b % (text.length + 1), 'abcdefgh'.slice(0, 1 + (a % 8)))),
      erase: () =>
        this.#edit(a, b, (text) =>
          text.delete(b % (text.length + 1), Math.min(3, text.length - (b % (text.length + 1)))),
        ),
      move: () => moveNote(doc, asking, note, { section: 'lessons', index: b % 5 }),
      group: () => groupNotes(doc, asking, note, pick(readEntries(doc, 'notes'), b)?.id ?? '', id),
      ungroup: () => setNoteTheme(doc, asking, note, b % 2 ? null : theme),
      theme: () => readEntry(doc, 'themes', id) ?? addEntry(doc, asking, 'themes', id, { label: 'Tools', rank: 'a1' }),
      event: () =>
        readEntry(doc, 'timeline', id) ??
        addEntry(doc, asking, 'timeline', id, { at: '2018-10-21T22:52:00Z', event: 'It' }),
      set: () =>
        setEntry(doc, asking, 'actions', 'runbook', {
          status: b % 2 ? 'complete' : 'in-progress',
          owner: a % 2 ? 'ana' : null,
        }),
      clear: () =>
        setIncident(doc, asking, { severity: a % 2 ? undefined : 'SEV-1', tags: b % 2 ? undefined : ['network'] }),
      remove: () => removeEntry(doc, asking, root, entry, a),
      restore: () => restoreEntry(doc, asking, root, entry),
      unmake: () => this.#unmake(id),
      undo: () => this.#undo.undo(),
      redo: () => this.#undo.redo(),
      speak: () => this.#speak(this.#takeSpoken()),
      'speak-merged': () => this.#speak([Y.mergeUpdates(this.#takeSpoken())]),
      'step-2': () => this.meet(),
      'all-of-it': () => this.#hear(Y.encodeStateAsUpdate(doc)),
      listen: () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.#room.doc, Y.encodeStateVector(doc))),
      reload: () => this.#open(Y.encodeStateAsUpdate(doc)),
      server: () => this.#server(a, b),
    }
    done[what]()
  }

  /** What a reconnect does, both ways. */
  meet(): void {
    this.#takeSpoken()
    this.#hear(this.#room.lackedFrom(this.doc))
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#room.doc, Y.encodeStateVector(this.doc)))
  }

  #open(state: Uint8Array): void {
    this.#undo.destroy()
    this.doc = new Y.Doc({ gc: this.#gc })
    Y.applyUpdate(this.doc, state)
    this.doc.clientID = this.#room.newClient()
    this.#spoken = []
    this.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) this.#spoken.push(update)
    })
    this.#undo = new Y.UndoManager([], { doc: this.doc, trackedOrigins: new Set([localEdit]), captureTimeout: 0 })
  }

  #takeSpoken(): Uint8Array[] {
    const spoken = this.#spoken
    this.#spoken = []
    return spoken
  }

  /** Keystrokes as they come; where one overtook something, the server asks and is told all. */
  #speak(updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      const { verdict } = this.#take(update)
      if (verdict === 'gap') this.#hear(this.#room.lackedFrom(this.doc))
    }
  }

  #hear(update: Uint8Array): void {
    const { verdict } = this.#take(update)
    if (verdict === 'gap') throw new Error(`what ${this.name} says in full has a gap`)
  }

  #take(update: Uint8Array) {
    const verdict = this.#room.take(this.name, update)
    if (verdict.verdict === 'refuse') throw new Error(`${this.name} is refused: ${verdict.reason}`)
    if (!this.#room.isWhole) throw new Error(`what ${this.name} said stays pending`)
    return verdict
  }

  #edit(a: number, b: number, change: (text: Y.Text) => void): void {
    if (this.#asking.person.role === 'observer') return
    const text = a % 5 === 0 ? flatTextOf(this.doc, 'incident', 'summary') : this.#textIn(a, b)
    if (text === undefined) return
    this.#undo.addToScope(text)
    this.doc.transact(() => change(text), localEdit)
  }

  #textIn(a: number, b: number): Y.Text | undefined {
    const [root, field] = pick(textPlaces, b) ?? (['themes', 'label'] as const)
    const entry = pick(readEntries(this.doc, root), a)
    const may =
      field !== 'text' ||
      mayChange(this.#asking, 'notes', field, readEntry(this.doc, 'notes', entry?.id ?? '')?.author).allowed
    return entry && may ? this.doc.getMap<Y.Map<Y.Text>>(root).get(entry.id)?.get(field) : undefined
  }

  /** Made and unmade before anyone hears of it: only what the verbs allow, so by people who may. */
  #unmake(id: string): void {
    if (this.#asking.person.role === 'observer' || readEntry(this.doc, 'themes', id)) return
    this.doc.transact(() => {
      createEntry(this.doc, 'themes', id, { label: 'No', rank: 'a1' })
      textOf(this.doc, 'themes', id, 'label')?.insert(0, 'Oh ')
      setFields(this.doc, 'themes', id, { rank: 'a2' })
      this.doc.getMap('themes').delete(id)
    }, 'unmade')
  }

  #server(a: number, b: number): void {
    const { doc } = this.#room
    setFlat(doc, 'session', { phase: `phase-${b}` })
    const note = { section: 'lessons', discussion: '', createdAt: 1, rank: 'a1', author: a % 2 ? 'ana' : null }
    if (readEntry(doc, 'notes', `note-${a}`) === undefined)
      createEntry(doc, 'notes', `note-${a}`, { ...note, text: 'Published' })
    const text = textOf(doc, 'notes', `note-${a}`, 'text')
    text?.insert(b % (text.length + 1), 'merged')
  }
}

/** Five browsers of four people; ana has two, one of which keeps what it deletes. */
export function browsersOf(room: GuardedRoom): readonly Browser[] {
  const of = (name: Name, role: Asking['person']['role'], gc: boolean) =>
    new Browser(room, name, { person: { id: name, role }, status: room.status, editing: room.editing }, gc)
  return [
    of('ana', 'participant', true),
    of('ana', 'participant', false),
    of('ben', 'participant', true),
    of('fay', 'facilitator', false),
    of('olga', 'observer', true),
  ]
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)]
}
