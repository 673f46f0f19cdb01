import type * as Y from 'yjs'
import { type DraftEntry, readEntry, readFlat } from '../../shared/document/read.ts'
import { rewrite } from '../../shared/document/rewrite.ts'
import type { Entry } from '../../shared/document/schema.ts'
import { createEntry, setDraftFields, setRemoved, textOf } from '../../shared/document/write.ts'
import { currentItem, keepsDraftsPrivate } from '../../shared/review/agenda.ts'
import { mayPublishAnonymously, type PlannedNote, planReveal, type WrittenDraft } from '../../shared/review/draft.ts'
import { waitingDrafts } from '../../shared/review/progress.ts'
import { compareText } from '../../shared/review/rank.ts'
import { mergeWording } from '../../shared/review/wording.ts'
import type { BoardWriter, LiveBoard } from '../rooms/live-board.ts'
import { boardFacts } from './board-facts.ts'
import type { FacilitationDeps } from './deps.ts'
import { deskFacts } from './desk-facts.ts'

/** `batch`: drafts of an anonymous board wait for company. `all`: at a change of phase everything that waits goes out. */
export type Publishing = 'batch' | 'all'

/** Makes notes of the drafts that wait, if the phase that runs lets them out. [REVEAL2] [ANON2] */
export function publishDue(live: LiveBoard, writer: BoardWriter, how: Publishing, deps: FacilitationDeps): void {
  const session = readFlat(writer.board, 'session')
  const item = currentItem(session)
  if (session.status === 'closed' || (item !== null && keepsDraftsPrivate(item.kind, session.settings))) return
  const waiting = draftsWaiting(live)
  if (waiting.length === 0) return
  const { attribution } = session.settings
  if (attribution === 'anonymous' && how === 'batch' && !mayPublishAnonymously(waiting)) return

  const planned = planReveal(waiting, {
    attribution,
    sections: session.sections,
    lastRank: lastRankOf(writer.board),
    now: deps.now(),
    random: deps.random,
  })
  for (const note of planned) publish(writer, note)
}

/** The drafts of everyone on the board that wait; those of people who were removed stay where they are. */
export function draftsWaiting(live: LiveBoard): readonly WrittenDraft[] {
  return [...live.desks].flatMap(([person, desk]) => {
    const member = live.members.get(person)
    if (member === undefined || member.left !== undefined) return []
    return waitingDrafts(deskFacts(desk).drafts)
      .filter((draft) => draft.text.trim() !== '')
      .map((draft) => ({ person, draft }))
  })
}

/**
 * Carries over what an author still changed in drafts that are notes already: late wording is merged three ways, a late
 * removal removes the note. [REVEAL3] [REVEAL4]
 */
export function carryOver(live: LiveBoard, writer: BoardWriter, person: string): void {
  if (readFlat(writer.board, 'session').status === 'closed') return
  const desk = live.desks.get(person)
  if (desk === undefined) return
  for (const draft of deskFacts(desk).drafts) {
    if (draft.published === undefined) continue
    const note = readEntry(writer.board, 'notes', draft.id)
    if (note === undefined) continue
    if (draft.text !== draft.published) {
      reword(writer.board, draft.id, mergeWording(draft.published, note.text, draft.text))
      setDraftFields(writer.desk(person), draft.id, { published: draft.text })
    }
    if (note.author === null) followDraft(writer.board, draft, note)
    else if (draft.removed !== undefined) {
      setRemoved(writer.board, 'notes', draft.id, { by: person, at: draft.removed.at })
      setDraftFields(writer.desk(person), draft.id, { removed: undefined })
    }
  }
}

/**
 * On an anonymous board the draft is the only handle its author has on the note, so the note follows it into the bin
 * and out of it. Elsewhere the removal is carried over once, and from then on is the note's own.
 */
function followDraft(board: Y.Doc, draft: DraftEntry, note: Entry<'notes'>): void {
  if (draft.removed !== undefined && note.removed === undefined) {
    setRemoved(board, 'notes', note.id, { by: null, at: draft.removed.at })
  }
  if (draft.removed === undefined && note.removed?.by === null) setRemoved(board, 'notes', note.id, undefined)
}

function publish(writer: BoardWriter, planned: PlannedNote): void {
  const { id, person, section, text, rank, author, createdAt } = planned
  const already = readEntry(writer.board, 'notes', id)
  if (already === undefined) createEntry(writer.board, 'notes', id, { section, text, rank, author, createdAt })
  else reword(writer.board, id, mergeWording('', already.text, text))
  writer.rememberDraftAuthor(id, person)
  setDraftFields(writer.desk(person), id, { published: text })
}

function reword(board: Y.Doc, note: string, next: string): void {
  const text = textOf(board, 'notes', note, 'text')
  if (text !== undefined && text.toString() !== next) rewrite(text, next)
}

function lastRankOf(board: Y.Doc): string | null {
  const ranks = boardFacts(board).pinboard.notes.map((note) => note.rank)
  return ranks.length === 0 ? null : ranks.reduce((last, rank) => (compareText(last, rank) < 0 ? rank : last))
}
