import type * as Y from 'yjs'
import { addAction } from '../../shared/document/action.ts'
import { castVoteOn, setAbstains, takeVoteBack } from '../../shared/document/ballot.ts'
import {
  addCause,
  addWhy,
  addWhys,
  moveWhy,
  type NewWhyPlace,
  type RemovedCause,
  removeCause,
  takeBackRemoval,
} from '../../shared/document/cause.ts'
import { addDraft, type NewDraft, removeDraft, restoreDraft, setDraftSection } from '../../shared/document/draft.ts'
import {
  addEntry,
  type EntryRefusal,
  removeEntry,
  restoreEntry,
  setEntry,
  setIncident,
} from '../../shared/document/entry.ts'
import { addLink, removeLinks, restoreLinks } from '../../shared/document/link.ts'
import type { Asking, WriteRefusal } from '../../shared/document/may.ts'
import { groupNotes, moveNote, type NotePlace, rankAfterAll, setNoteTheme } from '../../shared/document/note.ts'
import { readDraft, readEntries, readEntry } from '../../shared/document/read.ts'
import { setReady } from '../../shared/document/ready.ts'
import type { ContentRootName } from '../../shared/document/schema.ts'
import {
  addTheme,
  type MergedThemes,
  mergeThemes,
  moveTheme,
  partThemes,
  splitTheme,
} from '../../shared/document/theme.ts'
import {
  type AddedEvents,
  addEvents,
  type EventsRefusal,
  markEvent,
  type NewEvent,
  takeBackEvents,
} from '../../shared/document/timeline.ts'
import type { NewEntry, Patch } from '../../shared/document/write.ts'
import type { Marking } from '../../shared/incident/marks.ts'
import type { OutlineItem } from '../../shared/incident/outline.ts'
import type { WhyMove } from '../../shared/incident/why-tree.ts'
import type { VoteRefusal } from '../../shared/review/ballot.ts'
import type { LinkRefusal } from '../../shared/review/links.ts'
import { type Result, refuse } from '../../shared/review/result.ts'
import type { Target } from '../../shared/review/session.ts'
import type { BoardView } from './view/board-view.ts'
import type { Watched } from './watched.ts'

type Added = Result<string, EntryRefusal>
type Done = Result<true, EntryRefusal>

/** All that I can write. A refusal is an answer, never thrown; ids are given here. */
export interface Verbs {
  addDraft(draft: NewDraft): Added
  removeDraft(id: string): Done
  restoreDraft(id: string): Done
  setDraftSection(id: string, section: string): Done
  moveNote(id: string, place: NotePlace): Done
  setNoteTheme(id: string, theme: string | null): Done
  /** Answers the id of the theme that both are in now. */
  groupNotes(id: string, ontoId: string): Added
  ungroup(id: string): Done
  addTheme(label?: string): Added
  moveTheme(id: string, index: number): Done
  mergeThemes(from: string, into: string): Result<MergedThemes, EntryRefusal>
  partThemes(merged: MergedThemes): void
  /** Answers the id of the new theme. */
  splitTheme(id: string, notes: readonly string[]): Added
  removeEntry(root: ContentRootName, id: string): Done
  restoreEntry(root: ContentRootName, id: string): Done
  castVote(target: Target): Result<true, VoteRefusal | WriteRefusal>
  takeBackVote(target: Target): Result<true, 'round-is-closed' | 'nothing-to-take-back' | WriteRefusal>
  /** In the round that the board shows. */
  setAbstains(abstains: boolean): Result<true, 'round-is-closed' | WriteRefusal>
  setReady(phase: string, isReady: boolean): Result<true, WriteRefusal>
  addAction(values: NewEntry<'actions'>): Added
  setAction(id: string, patch: Patch<'actions'>): Done
  /** Adds events in one change, all or none. */
  addEvents(events: readonly Omit<NewEvent, 'id'>[]): Result<AddedEvents, EventsRefusal>
  takeBackEvents(added: AddedEvents): void
  setEvent(id: string, patch: Patch<'timeline'>): Done
  markEvent(id: string, marking: Marking): Done
  addService(values: NewEntry<'services'>): Added
  setService(id: string, patch: Patch<'services'>): Done
  addResponder(values: NewEntry<'responders'>): Added
  setResponder(id: string, patch: Patch<'responders'>): Done
  addCommunication(values: NewEntry<'communications'>): Added
  setCommunication(id: string, patch: Patch<'communications'>): Done
  addReference(values: NewEntry<'references'>): Added
  setReference(id: string, patch: Patch<'references'>): Done
  /** Behind the others. */
  addFollowUp(values: NewEntry<'followUps'>): Added
  setFollowUp(id: string, patch: Patch<'followUps'>): Done
  addCheckIn(values: NewEntry<'checkIns'>): Added
  setCheckIn(id: string, patch: Patch<'checkIns'>): Done
  addCause(values: NewEntry<'causes'>): Added
  setCause(id: string, patch: Patch<'causes'>): Done
  addWhy(where: NewWhyPlace): Added
  /** Adds a list in one change; answers the ids. */
  addWhys(items: readonly OutlineItem[], where: NewWhyPlace): Result<readonly string[], EntryRefusal>
  moveWhy(id: string, move: WhyMove): Result<true, EntryRefusal | 'no-such-place'>
  /** What explains it takes its place. */
  removeCause(id: string): Result<RemovedCause, EntryRefusal>
  takeBackRemoval(removed: RemovedCause): void
  addLink(from: Target, to: Target): Result<string, EntryRefusal | LinkRefusal>
  removeLinks(ids: readonly string[]): Done
  restoreLinks(ids: readonly string[]): void
  setIncident(patch: Patch<'incident'>): Done
}

export interface Writing {
  readonly board: Watched<Y.Doc>
  readonly desk: Watched<Y.Doc>
  readonly view: BoardView
  readonly asking: () => Asking
  /** Epoch milliseconds by the server's clock. */
  readonly now: () => number
  readonly newId: () => string
}

export function verbsOf({ board, desk, view, asking, now, newId }: Writing): Verbs {
  const add = <R extends ContentRootName>(root: R, values: NewEntry<R>) =>
    addEntry(board.get(), asking(), root, newId(), values)
  const set = <R extends ContentRootName>(root: R, id: string, patch: Patch<R>) =>
    setEntry(board.get(), asking(), root, id, patch)

  return {
    addDraft: (draft) => addDraft(desk.get(), asking(), newId(), draft),
    removeDraft: (id) => removeDraft(desk.get(), asking(), id, now()),
    restoreDraft: (id) => restoreDraft(desk.get(), asking(), id),
    setDraftSection: (id, section) => setDraftSection(desk.get(), asking(), id, section),
    moveNote: (id, place) => moveNote(board.get(), asking(), id, place),
    setNoteTheme: (id, theme) => setNoteTheme(board.get(), asking(), id, theme),
    groupNotes: (id, ontoId) => groupNotes(board.get(), asking(), id, ontoId, newId()),
    ungroup: (id) => setNoteTheme(board.get(), asking(), id, null),
    addTheme: (label = '') => addTheme(board.get(), asking(), newId(), label),
    moveTheme: (id, index) => moveTheme(board.get(), asking(), id, index),
    mergeThemes: (from, into) => mergeThemes(board.get(), asking(), from, into, now()),
    partThemes: (merged) => partThemes(board.get(), asking(), merged),
    splitTheme: (id, notes) => splitTheme(board.get(), asking(), id, notes, newId()),
    removeEntry: (root, id) =>
      goesByDraft(root, id)
        ? removeDraft(desk.get(), asking(), id, now())
        : removeEntry(board.get(), asking(), root, id, now()),
    restoreEntry: (root, id) =>
      goesByDraft(root, id) ? restoreDraft(desk.get(), asking(), id) : restoreEntry(board.get(), asking(), root, id),
    castVote: (target) => {
      const { round, rules } = view.voting.get()
      return round === null ? refuse('round-is-closed') : castVoteOn(desk.get(), asking(), round, target, rules)
    },
    takeBackVote: (target) => {
      const { round, rules } = view.voting.get()
      return round === null ? refuse('round-is-closed') : takeVoteBack(desk.get(), asking(), round, target, rules)
    },
    setAbstains: (abstains) => {
      const { round, rules } = view.voting.get()
      return round === null || !rules.isOpen
        ? refuse('round-is-closed')
        : setAbstains(desk.get(), asking(), round, abstains)
    },
    setReady: (phase, isReady) => setReady(desk.get(), asking(), phase, isReady),
    addAction: (values) => addAction(board.get(), asking(), newId(), values),
    setAction: (id, patch) => set('actions', id, patch),
    addEvents: (events) =>
      addEvents(
        board.get(),
        asking(),
        events.map((event) => ({ ...event, id: newId() })),
      ),
    takeBackEvents: (events) => takeBackEvents(board.get(), asking(), events, now()),
    setEvent: (id, patch) => set('timeline', id, patch),
    markEvent: (id, marking) => markEvent(board.get(), asking(), id, marking),
    addService: (values) => add('services', values),
    setService: (id, patch) => set('services', id, patch),
    addResponder: (values) => add('responders', values),
    setResponder: (id, patch) => set('responders', id, patch),
    addCommunication: (values) => add('communications', values),
    setCommunication: (id, patch) => set('communications', id, patch),
    addReference: (values) => add('references', values),
    setReference: (id, patch) => set('references', id, patch),
    addFollowUp: (values) => add('followUps', { rank: rankAfterAll(readEntries(board.get(), 'followUps')), ...values }),
    setFollowUp: (id, patch) => set('followUps', id, patch),
    addCheckIn: (values) => add('checkIns', values),
    setCheckIn: (id, patch) => set('checkIns', id, patch),
    addCause: (values) => addCause(board.get(), asking(), newId(), values),
    setCause: (id, patch) => set('causes', id, patch),
    addWhy: (where) => addWhy(board.get(), asking(), newId(), where),
    addWhys: (items, where) => addWhys(board.get(), asking(), newId, items, where, now()),
    moveWhy: (id, move) => moveWhy(board.get(), asking(), id, move),
    removeCause: (id) => removeCause(board.get(), asking(), id, now()),
    takeBackRemoval: (removed) => takeBackRemoval(board.get(), asking(), removed),
    addLink: (from, to) => addLink(board.get(), asking(), newId(), from, to),
    removeLinks: (ids) => removeLinks(board.get(), asking(), ids, now()),
    restoreLinks: (ids) => restoreLinks(board.get(), asking(), ids),
    setIncident: (patch) => setIncident(board.get(), asking(), patch),
  }

  /** Whether this is an anonymous note of mine: I take it back through its draft, so that nobody reads who did. */
  function goesByDraft(root: ContentRootName, id: string): boolean {
    if (root !== 'notes' || asking().person.role === 'facilitator') return false
    return readEntry(board.get(), 'notes', id)?.author === null && readDraft(desk.get(), id) !== undefined
  }
}
