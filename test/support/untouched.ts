import { expect } from 'vitest'
import * as Y from 'yjs'
import { boardSchema } from '../../shared/document/schema.ts'
import type { GuardedRoom, Name } from './guarded-room.ts'

/** What a person may never have changed, read off the document without asking the guard. */
export function beyond(room: GuardedRoom, name: Name): unknown {
  const { doc } = room
  const entriesOf = (root: string) => [...doc.getMap<Y.Map<unknown>>(root)].sort(([a], [b]) => (a < b ? -1 : 1))
  const mine = (note: Y.Map<unknown>) => note.get('author') === name
  return {
    session: doc.getMap('session').toJSON(),
    people: doc.getMap('people').toJSON(),
    results: doc.getMap('results').toJSON(),
    incidentTexts: [...doc.getMap('incident')]
      .filter(([, value]) => value instanceof Y.Text)
      .map(([key]) => key)
      .sort(),
    notes: entriesOf('notes').map(([id, note]) => ({
      id,
      author: note.get('author'),
      createdAt: note.get('createdAt'),
      text: mine(note) ? 'own' : String(note.get('text')),
      removed: mine(note) ? 'own' : note.get('removed'),
    })),
  }
}

/** The shared types that stand in a document, and that nothing may replace. */
export function typesIn(doc: Y.Doc): ReadonlySet<unknown> {
  const types = new Set<unknown>()
  for (const root of Object.keys(boardSchema)) {
    for (const value of doc.getMap(root).values()) {
      types.add(value)
      if (value instanceof Y.Map) for (const field of value.values()) if (field instanceof Y.Text) types.add(field)
    }
  }
  return new Set([...types].filter((value) => value instanceof Y.AbstractType))
}

/** Every entry of a board has all of its texts and values, and nothing else. */
export function expectWhole(doc: Y.Doc): void {
  for (const [root, spec] of Object.entries(boardSchema)) {
    for (const entry of spec.shape === 'entries' ? doc.getMap(root).values() : []) {
      const fields = Object.entries(spec.fields)
      const needed = fields.filter(([, field]) => field.kind === 'text' || !field.optional).map(([name]) => name)
      const found = entry instanceof Y.Map ? [...entry.keys()] : []
      expect(found).toEqual(expect.arrayContaining(needed))
      expect(fields.map(([name]) => name)).toEqual(expect.arrayContaining(found))
    }
  }
}
