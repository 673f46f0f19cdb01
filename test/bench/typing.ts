import * as Y from 'yjs'
import { textOf } from '../../shared/document/write.ts'
import { type Board, noteId } from './contestant.ts'
import { type Hearing, Line } from './line.ts'

/** Numbers from 0 up to 1 that are the same for every contestant. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Seats a person who will write: with a document of their own, as in a browser. Resolves once they see the notes. */
export async function seatWriter(board: Board, index: number, hearing: Hearing): Promise<Line> {
  const doc = new Y.Doc()
  if (board.state) Y.applyUpdate(doc, board.state)
  const seat = board.seats[index]
  if (!seat) throw new Error(`no seat ${index}`)
  const line = new Line(seat, hearing, doc)
  await line.synced
  // y-websocket-server answers with an empty document while its database still loads.
  if (!(await within(10_000, () => doc.getMap('notes').size > 0))) throw new Error('nobody sent the notes')
  return line
}

/** Types a letter at the end of a note. */
export function typeLetter(line: Line, note: number): void {
  const text = line.doc && textOf(line.doc, 'notes', noteId(note), 'text')
  if (!text) throw new Error(`no note ${note}`)
  text.insert(text.length, 'x')
}

interface Pace {
  readonly perSecond: number
  /** All at the same moments, instead of each in their own time. */
  readonly inStep: boolean
}

/** Types as people do: so many letters a second on average, each in its own time. What it returns stops them. */
export function startTyping(writers: number, { perSecond, inStep }: Pace, type: (writer: number) => void): () => void {
  let isOver = false
  const interval = 1000 / perSecond
  for (let writer = 0; writer < writers; writer++) {
    const chance = inStep ? () => 0.5 : seeded(writer + 1)
    let due = performance.now() + chance() * interval
    const next = () => {
      if (isOver) return
      // Whoever was held up catches up, letter by letter: the load stays what it was meant to be.
      for (; due <= performance.now(); due += (0.5 + chance()) * interval) type(writer)
      setTimeout(next, Math.max(1, due - performance.now()))
    }
    setTimeout(next, Math.max(1, due - performance.now()))
  }
  return () => {
    isOver = true
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Waits for something, but not for ever; says whether it came. */
export async function within(ms: number, isSo: () => boolean): Promise<boolean> {
  const deadline = performance.now() + ms
  while (!isSo()) {
    if (performance.now() > deadline) return false
    await pause(2)
  }
  return true
}
