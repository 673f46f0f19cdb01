import type * as Y from 'yjs'
import { type DraftEntry, readEntry, readFlat } from '../../shared/document/read.ts'
import { rewrite } from '../../shared/document/rewrite.ts'
import type { Entry } from '../../shared/document/schema.ts'
import { setDraftFields, setRemoved, textOf } from '../../shared/document/write.ts'
import { aPatience, type Patience } from '../../shared/review/word-changes.ts'
import { mergeWording } from '../../shared/review/wording.ts'
import type { BoardWriter, LiveBoard, Told } from '../rooms/live-board.ts'
import type { FacilitationDeps } from './deps.ts'
import { deskFacts } from './desk-facts.ts'

/** Which notes: those with an author, those without, or both. */
type Of = 'named' | 'anonymous' | 'all'

/**
 * Carries over what people changed in drafts that are notes already, when a desk has changed.
 *
 * @remarks
 * What somebody did to an anonymous note while away would name them if it showed when they come back, as everybody sees
 * that. So it waits, as late drafts do: for anything that somebody else does at their desk, or something of their own
 * that comes later, or the next phase. [ANON6]
 */
export function carryOver(
  live: LiveBoard,
  writer: BoardWriter,
  { person, told }: { readonly person: string; readonly told: Told },
  deps: FacilitationDeps,
): void {
  if (isClosed(writer) || readFlat(writer.board, 'session').locked === true) return
  const turn = { live, writer, deps, patience: aPatience() }
  carryDesk(turn, person, told === 'at-once' ? 'all' : 'named')
  for (const other of live.desks.keys()) if (other !== person) carryDesk(turn, other, 'anonymous')
}

/** Carries over what waits on all desks: at a change of phase, and when a review is reopened. */
export function carryAllOver(live: LiveBoard, writer: BoardWriter, deps: FacilitationDeps): void {
  if (isClosed(writer)) return
  const turn = { live, writer, deps, patience: aPatience() }
  for (const person of live.desks.keys()) carryDesk(turn, person, 'all')
}

/** What is carried over at once, and how much may be compared for it: a desk may hold hundreds of changed drafts. */
interface Turn {
  readonly live: LiveBoard
  readonly writer: BoardWriter
  readonly deps: FacilitationDeps
  readonly patience: Patience
}

/** Late wording is merged three ways, a late removal removes the note. [REVEAL3] [REVEAL4] */
function carryDesk({ live, writer, deps, patience }: Turn, person: string, of: Of): void {
  const desk = live.desks.get(person)
  if (desk === undefined) return
  for (const draft of deskFacts(desk).changed) {
    const note = readEntry(writer.board, 'notes', draft.id)
    const isAnonymous = note?.author === null
    if (note === undefined || (of !== 'all' && (of === 'anonymous') !== isAnonymous)) continue
    carryWords(writer, person, draft, note, patience)
    if (isAnonymous) followDraft(writer, person, draft, note, deps)
    else if (draft.removed !== undefined) {
      setRemoved(writer.board, 'notes', draft.id, { by: person, at: draft.removed.at })
      setDraftFields(writer.desk(person), draft.id, { removed: undefined })
    }
  }
}

function isClosed({ board }: BoardWriter): boolean {
  return readFlat(board, 'session').status === 'closed'
}

function carryWords(
  writer: BoardWriter,
  person: string,
  { id, published, text }: DraftEntry,
  note: Entry<'notes'>,
  patience: Patience,
): void {
  if (published === undefined || text === published) return
  reword(writer.board, id, mergeWording(published, note.text, text, patience), patience)
  setDraftFields(writer.desk(person), id, { published: text })
}

/**
 * On an anonymous board the draft is the only handle its author has on the note, so the note goes into the bin with it,
 * and comes out with it: each time once. Elsewhere the removal is carried over once, and from then on is the note's own.
 *
 * @remarks
 * A note that followed whenever its author's desk changes would, taken out of the bin by a facilitator, go back as soon
 * as its author does anything, and so tell who that is. And a browser's own clock is as good as a signature, so the
 * time is ours. [ANON3]
 */
function followDraft(
  writer: BoardWriter,
  person: string,
  { id, removed }: DraftEntry,
  note: Entry<'notes'>,
  { now }: FacilitationDeps,
): void {
  const takesBack = removed !== undefined
  if (takesBack && note.removed === undefined) setRemoved(writer.board, 'notes', id, { by: null, at: now() })
  if (!takesBack && note.removed?.by === null) setRemoved(writer.board, 'notes', id, undefined)
  setDraftFields(writer.desk(person), id, { takenBack: takesBack || undefined })
}

/** Gives a note another wording, by the one replacement that does it. */
export function reword(board: Y.Doc, note: string, next: string, patience?: Patience): void {
  const text = textOf(board, 'notes', note, 'text')
  if (text !== undefined && text.toString() !== next) rewrite(text, next, patience)
}
