import type * as Y from 'yjs'
import { readEntry, readFlat } from '../../shared/document/read.ts'
import { createEntry, setDraftFields } from '../../shared/document/write.ts'
import { currentItem, keepsDraftsPrivate } from '../../shared/review/agenda.ts'
import { mayPublishAnonymously, type PlannedNote, planReveal, type WrittenDraft } from '../../shared/review/draft.ts'
import { compareText } from '../../shared/review/rank.ts'
import type { Settings } from '../../shared/review/session.ts'
import { mergeWording } from '../../shared/review/wording.ts'
import type { BoardWriter, LiveBoard } from '../rooms/live-board.ts'
import { boardFacts } from './board-facts.ts'
import { reword } from './carry-over.ts'
import type { FacilitationDeps } from './deps.ts'
import { deskFacts } from './desk-facts.ts'

/** `batch`: drafts of an anonymous board wait for company. `all`: at a change of phase everything that waits goes out. */
export type Publishing = 'batch' | 'all'

/** Makes notes of the drafts that wait, if the phase that runs lets them out. [REVEAL2] [ANON2] */
export function publishDue(live: LiveBoard, writer: BoardWriter, how: Publishing, deps: FacilitationDeps): void {
  const session = readFlat(writer.board, 'session')
  const item = currentItem(session)
  if (session.status === 'closed' || (item !== null && keepsDraftsPrivate(item.kind, session.settings))) return
  const { attribution } = session.settings
  const waiting = how === 'batch' && session.locked === true ? ofFacilitators(live, attribution) : draftsWaiting(live)
  if (waiting.length === 0) return
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
    const { waiting } = deskFacts(desk)
    const member = live.members.get(person)
    if (waiting.length === 0 || member === undefined || member.left !== undefined) return []
    return waiting.filter((draft) => draft.text.trim() !== '').map((draft) => ({ person, draft }))
  })
}

/** On a locked board nobody else's drafts come out by themselves; on an anonymous one that would tell whose they are. */
function ofFacilitators(live: LiveBoard, attribution: Settings['attribution']): readonly WrittenDraft[] {
  if (attribution === 'anonymous') return []
  return draftsWaiting(live).filter(({ person }) => live.members.get(person)?.role === 'facilitator')
}

function publish(writer: BoardWriter, planned: PlannedNote): void {
  const { id, person, section, text, rank, author, createdAt } = planned
  const already = readEntry(writer.board, 'notes', id)
  if (already === undefined) createEntry(writer.board, 'notes', id, { section, text, rank, author, createdAt })
  else reword(writer.board, id, mergeWording('', already.text, text))
  writer.rememberDraftAuthor(id, person)
  setDraftFields(writer.desk(person), id, { published: text })
}

function lastRankOf(board: Y.Doc): string | null {
  const ranks = boardFacts(board).pinboard.notes.map((note) => note.rank)
  return ranks.length === 0 ? null : ranks.reduce((last, rank) => (compareText(last, rank) < 0 ? rank : last))
}
