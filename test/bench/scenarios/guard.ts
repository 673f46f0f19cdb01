import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as Y from 'yjs'
import { createEntry, setFields, textOf } from '../../../shared/document/write.ts'
import { aGuardedBoard, type GuardedRoom } from '../../support/guarded-room.ts'
import { quantile } from '../../support/quantile.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'

const rounds = 2000
/** A server practises before anybody comes. */
const warmUp = 2500

/** What judging one update costs beside applying it: the guard as it is built, within one process. */
export const guard: Scenario = {
  name: 'guard',
  sizes: [500],
  of: 'notes',
  contestants: ['hindsight'],
  run,
}

async function run({ people: notes, checkout }: Setting): Promise<Measures> {
  const built = pathToFileURL(join(checkout, 'dist/server/rooms/guard/guard.js')).href
  const { judge }: typeof import('../../../server/rooms/guard/guard.ts') = await import(built)
  const room = aGuardedBoard(judge)
  room.editing = 'anyone'
  room.doc.on('update', () => {}) // as a room does, and so each is encoded for it
  for (let nth = 0; nth < notes; nth++) {
    const note = { section: 'lessons', discussion: '', createdAt: 1, rank: 'a0', author: 'ana' }
    createEntry(room.doc, 'notes', `note-${nth}`, { ...note, text: `What happened at ${nth} o'clock, in some words` })
  }
  return {
    ...measured(room, 'letter', (copy, nth) => {
      const text = textOf(copy, 'notes', `note-${nth % notes}`, 'text')
      text?.insert(nth % text.length, 'x')
    }),
    ...measured(room, 'letter erased', (copy, nth) =>
      textOf(copy, 'notes', `note-${nth % notes}`, 'text')?.delete(3, 1),
    ),
    ...measured(room, 'note moved', (copy, nth) =>
      setFields(copy, 'notes', `note-${nth % notes}`, { rank: `a${(nth % 9) + 1}V` }),
    ),
    ...measured(room, 'new theme', (copy, nth) =>
      createEntry(copy, 'themes', `theme-${nth}`, { label: 'Tools', rank: 'a1' }),
    ),
  }
}

/** Each update is judged, and then applied. */
function measured(room: GuardedRoom, what: string, change: (copy: Y.Doc, nth: number) => void): Measures {
  const copy = room.copy()
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  for (let nth = 0; nth < warmUp + rounds; nth++) change(copy, nth)
  const judged: number[] = []
  const applied: number[] = []
  for (const update of updates) {
    judged.push(timed(() => expectPassed(room.judge('ana', update).verdict)))
    applied.push(timed(() => Y.applyUpdate(room.doc, update)))
  }
  judged.splice(0, warmUp)
  applied.splice(0, warmUp)
  return {
    [`${what}: judged µs`]: quantile(judged, 0.5),
    [`${what}: judged p99 µs`]: quantile(judged, 0.99),
    [`${what}: applied µs`]: quantile(applied, 0.5),
    [`${what}: applied p99 µs`]: quantile(applied, 0.99),
    [`${what}: judged ÷ applied`]: quantile(judged, 0.5) / quantile(applied, 0.5),
  }
}

function expectPassed(verdict: string): void {
  if (verdict !== 'apply') throw new Error(`not an update that may be applied: ${verdict}`)
}

function timed(work: () => void): number {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1000
}
