import * as Y from 'yjs'
import { createEntry, textOf } from '../../../shared/document/write.ts'
import { encodeAwareness } from '../../../shared/protocol/awareness.ts'
import { encodeFrame, type Frame } from '../../../shared/protocol/frames.ts'
import { masked, opcodes } from '../../support/raw-socket.ts'
import type { Assault } from '../assault.ts'
import { emptyVector, type FrameOf, flood, floodMadeBefore } from './flood.ts'

const binary = (frame: Frame) => masked(encodeFrame(frame))

/** A theme of one's own, and then letters in its discussion. */
const letter: FrameOf = (n, doc) =>
  updatesOf(doc, () => {
    const [theme] = doc.getMap('themes').keys()
    const discussion = theme === undefined ? undefined : textOf(doc, 'themes', theme, 'discussion')
    if (discussion === undefined)
      createEntry(doc, 'themes', `flood-${n}-${doc.clientID}`, { label: 'flood', rank: 'a1' })
    else if (discussion.length > 200) discussion.delete(0, 100)
    else discussion.insert(0, 'x')
  })

const presence: FrameOf = (n, doc) =>
  binary({
    type: 'awareness',
    update: encodeAwareness([{ client: doc.clientID, clock: n, state: { at: `section-${n}` } }]),
  })

const bigTheme: FrameOf = (n, doc) =>
  updatesOf(doc, () => {
    createEntry(doc, 'themes', `big-${n}`, { label: 'big', rank: 'a1', discussion: 'x'.repeat(1_000_000) })
  })

/** 900 KB that pass the guard: words, and their deletion, in one update. */
const bigAndGone: FrameOf = (n, doc) => {
  const before = Y.encodeStateVector(doc)
  const id = `gone-${doc.clientID}-${n}`
  doc.gc = false
  createEntry(doc, 'themes', id, { label: 'big', rank: 'a1' })
  const discussion = textOf(doc, 'themes', id, 'discussion')
  for (let part = 0; part < 20; part++) {
    discussion?.insert(0, 'x'.repeat(45_000))
    discussion?.delete(0, 45_000)
  }
  return binary({ type: 'update', update: Y.encodeStateAsUpdate(doc, before) })
}

/** What a change is told to others by. */
function updatesOf(doc: Y.Doc, change: () => void): Buffer {
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => updates.push(update)
  doc.on('update', collect)
  change()
  doc.off('update', collect)
  return Buffer.concat(updates.map((update) => binary({ type: 'update', update })))
}

/** Somebody who says more than anyone has to say. */
export const floods: Readonly<Record<string, Assault>> = {
  updates: floodMadeBefore(10_000, 30_000, letter),
  awareness: flood(10_000, presence),
  'step 1': flood(10_000, () => binary({ type: 'step-1', stateVector: emptyVector })),
  'step 1 of another vector': flood(10_000, (n) =>
    binary({ type: 'step-1', stateVector: new Uint8Array([1, 1 + (n % 100), 0]) }),
  ),
  pings: flood(10_000, () => masked(new Uint8Array(0), opcodes.ping)),
  'tiny frames': flood(10_000, () => binary({ type: 'query-awareness' })),
  'empty updates': flood(10_000, () => binary({ type: 'update', update: new Uint8Array([0, 0]) })),
  '1 MB notes': flood(20, bigTheme),
  '900 KB frames': flood(20, bigAndGone),
}
