/**
 * What judging an update costs beside applying it, on a board of 500 notes. Run: `npx tsx test/bench/guard.bench.ts`
 *
 * @remarks
 * tsx names every function as it is made, which the compiled server does not: there judging takes about a third.
 */
import * as Y from 'yjs'
import { createEntry, setFields, textOf } from '../../shared/document/write.ts'
import { aGuardedBoard } from '../support/guarded-room.ts'

const rounds = 3000

const room = aGuardedBoard()
room.editing = 'anyone'
for (let n = 0; n < 500; n++) {
  const note = { section: 'lessons', discussion: '', createdAt: 1, rank: 'a0', author: 'ana' }
  createEntry(room.doc, 'notes', `note-${n}`, { ...note, text: `What happened at ${n} o'clock, in some words` })
}

measure('a letter in a note', (copy, n) => {
  const text = textOf(copy, 'notes', `note-${n % 500}`, 'text')
  text?.insert(n % text.length, 'x')
})
measure('a letter erased', (copy, n) => textOf(copy, 'notes', `note-${n % 500}`, 'text')?.delete(3, 1))
measure('a note moved', (copy, n) => setFields(copy, 'notes', `note-${n % 500}`, { rank: `a${(n % 9) + 1}V` }))
measure('a new theme', (copy, n) => createEntry(copy, 'themes', `theme-${n}`, { label: 'Tools', rank: 'a1' }))
measureWhole()

/** Medians of one update judged, and of the same applied. */
function measure(what: string, change: (copy: Y.Doc, n: number) => void): void {
  const copy = room.copy()
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  for (let n = 0; n < rounds; n++) change(copy, n)
  const judged: number[] = []
  const applied: number[] = []
  for (const update of updates) {
    judged.push(timed(() => expectPassed(room.judge('ana', update).verdict)))
    applied.push(timed(() => Y.applyUpdate(room.doc, update)))
  }
  report(what, judged, applied)
}

function measureWhole(): void {
  const everything = Y.encodeStateAsUpdate(room.copy())
  const judged = Array.from({ length: 30 }, () => timed(() => room.judge('ana', everything)))
  const applied = Array.from({ length: 30 }, () => timed(() => Y.applyUpdate(new Y.Doc(), everything)))
  report(`all of it again (${Math.round(everything.length / 1024)} KiB)`, judged, applied)
}

function expectPassed(verdict: string): void {
  if (verdict !== 'apply') throw new Error(`not an update that may be applied: ${verdict}`)
}

function timed(work: () => void): number {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1000
}

function report(what: string, judged: readonly number[], applied: readonly number[]): void {
  const at = (times: readonly number[], share: number) =>
    times.toSorted((a, b) => a - b)[Math.floor(times.length * share)]?.toFixed(1)
  const line = (times: readonly number[]) => `${at(times, 0.5)} µs, p99 ${at(times, 0.99)} µs`
  console.log(`${what}: judge ${line(judged)}; apply ${line(applied)}`)
}
