import type * as Y from 'yjs'
import { addAction } from '../../shared/document/action.ts'
import { castVoteOn, setAbstains, takeVoteBack } from '../../shared/document/ballot.ts'
import { addDraft, type NewDraft, removeDraft, restoreDraft, setDraftSection } from '../../shared/document/draft.ts'
import {
  addEntry,
  type EntryRefusal,
  removeEntry,
  restoreEntry,
  setEntry,
  setIncident,
} from '../../shared/document/entry.ts'
import type { Asking, WriteRefusal } from '../../shared/document/may.ts'
import { groupNotes, moveNote, type NotePlace, rankAfterAll, setNoteTheme } from '../../shared/document/note.ts'
import { type BallotRoot, readDraft, readEntries, readEntry } from '../../shared/document/read.ts'
import { setReady } from '../../shared/document/ready.ts'
import type { ContentRootName } from '../../shared/document/schema.ts'
import { addTheme, moveTheme } from '../../shared/document/theme.ts'
import type { NewEntry, Patch } from '../../shared/document/write.ts'
import type { VoteRefusal, VotingRules } from '../../shared/review/ballot.ts'
import { type Result, refuse } from '../../shared/review/result.ts'
import { roomBudget } from '../../shared/review/room-votes.ts'
import type { Target } from '../../shared/review/session.ts'
import type { BoardView } from './view/board-view.ts'
import type { Watched } from './watched.ts'

type Added = Result<string, EntryRefusal>
type Done = Result<true, EntryRefusal>

/** What I can write on a board. A refusal is an answer, never thrown; ids are given here. */
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
  removeEntry(root: ContentRootName, id: string): Done
  restoreEntry(root: ContentRootName, id: string): Done
  /** `roomBallots`: for the people in the room for whom I vote. */
  castVote(target: Target, root?: BallotRoot): Result<true, VoteRefusal | WriteRefusal>
  takeBackVote(
    target: Target,
    root?: BallotRoot,
  ): Result<true, 'round-is-closed' | 'nothing-to-take-back' | WriteRefusal>
  /** In the round that the board shows. */
  setAbstains(abstains: boolean): Result<true, 'round-is-closed' | WriteRefusal>
  setReady(phase: string, isReady: boolean): Result<true, WriteRefusal>
  addAction(values: NewEntry<'actions'>): Added
  setAction(id: string, patch: Patch<'actions'>): Done
  setEvent(id: string, patch: Patch<'timeline'>): Done
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
  setCause(id: string, patch: Patch<'causes'>): Done
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
  const last = (root: 'services' | 'responders' | 'references' | 'followUps') => ({
    rank: rankAfterAll(readEntries(board.get(), root)),
  })

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
    removeEntry: (root, id) =>
      goesByDraft(root, id)
        ? removeDraft(desk.get(), asking(), id, now())
        : removeEntry(board.get(), asking(), root, id, now()),
    restoreEntry: (root, id) =>
      goesByDraft(root, id) ? restoreDraft(desk.get(), asking(), id) : restoreEntry(board.get(), asking(), root, id),
    castVote: (target, root = 'ballots') => {
      const { round, rules } = view.voting.get()
      return round === null
        ? refuse('round-is-closed')
        : castVoteOn(desk.get(), asking(), round, target, rulesOf(root, rules), root)
    },
    takeBackVote: (target, root = 'ballots') => {
      const { round, rules } = view.voting.get()
      return round === null
        ? refuse('round-is-closed')
        : takeVoteBack(desk.get(), asking(), round, target, rulesOf(root, rules), root)
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
    setEvent: (id, patch) => set('timeline', id, patch),
    addService: (values) => add('services', { ...last('services'), ...values }),
    setService: (id, patch) => set('services', id, patch),
    addResponder: (values) => add('responders', { ...last('responders'), ...values }),
    setResponder: (id, patch) => set('responders', id, patch),
    addCommunication: (values) => add('communications', values),
    setCommunication: (id, patch) => set('communications', id, patch),
    addReference: (values) => add('references', { ...last('references'), ...values }),
    setReference: (id, patch) => set('references', id, patch),
    addFollowUp: (values) => add('followUps', { ...last('followUps'), ...values }),
    setFollowUp: (id, patch) => set('followUps', id, patch),
    addCheckIn: (values) => add('checkIns', values),
    setCheckIn: (id, patch) => set('checkIns', id, patch),
    setCause: (id, patch) => set('causes', id, patch),
    setIncident: (patch) => setIncident(board.get(), asking(), patch),
  }

  function rulesOf(root: BallotRoot, rules: VotingRules): VotingRules {
    if (root === 'ballots') return rules
    return { ...rules, ...roomBudget(rules, view.session.get().roomVoters?.[asking().person.id] ?? 0) }
  }

  /** Whether this is an anonymous note of mine: I take it back through its draft, so that nobody reads who did. */
  function goesByDraft(root: ContentRootName, id: string): boolean {
    if (root !== 'notes' || asking().person.role === 'facilitator') return false
    return readEntry(board.get(), 'notes', id)?.author === null && readDraft(desk.get(), id) !== undefined
  }
}
