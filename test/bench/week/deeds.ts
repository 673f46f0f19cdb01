import type * as prng from 'lib0/prng'
import { int31, oneOf, real53 } from 'lib0/prng'
import type * as Y from 'yjs'
import { addEntry, removeEntry, restoreEntry, setEntry } from '../../../shared/document/entry.ts'
import type { Asking } from '../../../shared/document/may.ts'
import { groupNotes, moveNote, setNoteTheme } from '../../../shared/document/note.ts'
import { readEntry, readFlat } from '../../../shared/document/read.ts'
import { createDraft, flatTextOf, textOf } from '../../../shared/document/write.ts'
import { ballotKey } from '../../../shared/review/ballot.ts'

/** Somebody at their two documents. */
export interface AtWork {
  readonly person: string
  readonly board: Y.Doc
  readonly desk: Y.Doc
  readonly random: prng.PRNG
  newId(): string
}

/** Which document was written to; null: there was nothing to do this with. */
type Deed = (at: AtWork) => 'board' | 'desk' | null

const prose = ['summary', 'impactUsers', 'rootCause', 'resolution', 'takeaways'] as const
const sections = ['went-well', 'lessons', 'future-considerations', 'ongoing-problems']
/** From here on letters go as often as they come: people reword, they don't write on for ever. */
const longEnough = 600

const asking = ({ person }: AtWork): Asking => ({
  person: { id: person, role: 'participant' },
  status: 'open',
  editing: 'anyone',
})

/** The id of any entry; empty where there is none. */
function anyOf({ board, random }: AtWork, root: 'notes' | 'actions'): string {
  const ids = [...board.getMap(root).keys()]
  return ids.length === 0 ? '' : oneOf(random, ids)
}

const aNote = (at: AtWork) => anyOf(at, 'notes')
const anAction = (at: AtWork) => anyOf(at, 'actions')

/** A letter at the end of a word that is being typed, or one that goes. */
function type(at: AtWork, text: Y.Text | undefined): 'board' | null {
  if (text === undefined) return null
  const place = real53(at.random) < 0.9 ? text.length : int31(at.random, 0, text.length)
  if (text.length > 0 && (text.length > longEnough || real53(at.random) < 0.1)) {
    text.delete(Math.max(0, place - 1), 1)
  } else text.insert(place, oneOf(at.random, [...'etaoin shrdlu']))
  return 'board'
}

const typing: Deed = (at) => {
  const texts = [
    () => textOf(at.board, 'notes', aNote(at), 'text'),
    () => textOf(at.board, 'notes', aNote(at), 'discussion'),
    () => textOf(at.board, 'actions', anAction(at), 'title'),
    () => textOf(at.board, 'actions', anAction(at), 'verification'),
    () => flatTextOf(at.board, 'incident', oneOf(at.random, [...prose])),
  ]
  return type(at, oneOf(at.random, texts)())
}

const drafting: Deed = (at) => {
  if (at.board.getMap('notes').size > 300) return null
  createDraft(at.desk, at.newId(), { section: oneOf(at.random, sections), text: 'Alerts came late', rank: 'a1' })
  return 'desk'
}

const voting: Deed = (at) => {
  const { round } = readFlat(at.board, 'session')
  const note = aNote(at)
  if (round === null || round === undefined || note === '') return null
  at.desk.getMap('ballots').set(ballotKey(round, `note:${note}`), int31(at.random, 1, 3))
  return 'desk'
}

const done = (result: { readonly allowed: boolean }): 'board' | null => (result.allowed ? 'board' : null)

const moving: Deed = (at) =>
  done(
    moveNote(at.board, asking(at), aNote(at), { section: oneOf(at.random, sections), index: int31(at.random, 0, 9) }),
  )

const grouping: Deed = (at) => done(groupNotes(at.board, asking(at), aNote(at), aNote(at), at.newId()))

const ungrouping: Deed = (at) => done(setNoteTheme(at.board, asking(at), aNote(at), null))

const planning: Deed = (at) => {
  if (at.board.getMap('actions').size > 60) return null
  return done(addEntry(at.board, asking(at), 'actions', at.newId(), { title: 'Write a runbook', rank: 'a1' }))
}

const deciding: Deed = (at) => {
  const status = oneOf(at.random, ['not-started', 'in-progress', 'complete'] as const)
  return done(setEntry(at.board, asking(at), 'actions', anAction(at), { status }))
}

const binning: Deed = (at) => {
  const action = readEntry(at.board, 'actions', anAction(at))
  if (action === undefined) return null
  if (action.removed !== undefined) return done(restoreEntry(at.board, asking(at), 'actions', action.id))
  return done(removeEntry(at.board, asking(at), 'actions', action.id, 1))
}

/** Mostly typing, as people do: of a hundred edits so many are of each kind. */
const deeds: readonly Deed[] = (
  [
    [70, typing],
    [8, moving],
    [4, grouping],
    [2, ungrouping],
    [6, voting],
    [4, deciding],
    [2, planning],
    [2, binning],
    [2, drafting],
  ] as const
).flatMap(([times, deed]) => Array.from({ length: times }, () => deed))

/** One small thing that somebody does, as one update of one document, which it names; what changes nothing is none. */
export function doSomething(at: AtWork): 'board' | 'desk' {
  let hasChanged = false
  const changed = () => {
    hasChanged = true
  }
  for (const doc of [at.board, at.desk]) doc.on('update', changed)
  try {
    for (;;) {
      const written = oneOf(at.random, [...deeds])(at)
      if (written !== null && hasChanged) return written
    }
  } finally {
    for (const doc of [at.board, at.desk]) doc.off('update', changed)
  }
}
