import type * as Y from 'yjs'
import { askingIn } from '../../client/session/asking.ts'
import type { Me } from '../../shared/api/boards.ts'
import { castVoteOn, takeVoteBack } from '../../shared/document/ballot.ts'
import { addDraft, removeDraft, restoreDraft } from '../../shared/document/draft.ts'
import { addEntry, removeEntry, restoreEntry, setEntry, setIncident } from '../../shared/document/entry.ts'
import { type Asking, mayChange } from '../../shared/document/may.ts'
import { groupNotes, moveNote, setNoteTheme } from '../../shared/document/note.ts'
import { pinboardOf } from '../../shared/document/pinboard.ts'
import { readDrafts, readEntries, readFlat } from '../../shared/document/read.ts'
import { setReady } from '../../shared/document/ready.ts'
import type { ContentRootName } from '../../shared/document/schema.ts'
import { addTheme } from '../../shared/document/theme.ts'
import { draftText, flatTextOf, localEdit, type NewEntry, textOf } from '../../shared/document/write.ts'
import type { Result } from '../../shared/review/result.ts'
import { openRoundOf } from '../../shared/review/round.ts'
import { votableTargets } from '../../shared/review/tally.ts'
import type { Chance } from '../support/chance.ts'
import { typeInto, type Written } from './written.ts'

/** What somebody at work has before them. */
export interface Hands {
  readonly me: Me
  readonly board: Y.Doc
  readonly desk: Y.Doc
  readonly written: Written
  readonly chance: Chance
}

type Work = (hands: Hands, asking: Asking) => void

/** So many entries of a kind are enough for a board. */
const plenty = 30

/** One thing that somebody does, whatever comes to their mind; nothing, where the board has not come yet. */
export function workAtRandom(hands: Hands): void {
  if (!hands.board.getMap('session').has('phase')) return
  hands.chance.of(works)?.(hands, askingIn(hands.board, hands.me))
}

/** One vote cast, where a round is open. */
export const vote: Work = ({ board, desk, chance }, asking) => {
  const { phase, settings } = readFlat(board, 'session')
  const round = openRoundOf(new Map(readEntries(board, 'results').map((result) => [result.id, result])), phase)
  const { targets, countsFor } = votableTargets(pinboardOf(board))
  const target = chance.of(targets)
  if (round === null || target === undefined) return
  const cast = chance.happens(0.7) ? castVoteOn : takeVoteBack
  cast(desk, asking, round, target, { ...settings, isOpen: true, countsFor })
}

const draft: Work = ({ board, desk, me, written, chance }, asking) => {
  const section = chance.of(readFlat(board, 'session').sections)
  if (section === undefined || desk.getMap('drafts').size > plenty) return
  const id = written.newId()
  must(addDraft(desk, asking, id, { section: section.id, text: written.newWord(id) }))
  written.drafts.set(id, me.id)
}

const rewordDraft: Work = ({ desk, written, chance }) => {
  const id = chance.of(readDrafts(desk))?.id
  const text = id === undefined ? undefined : draftText(desk, id)
  if (id !== undefined && text) desk.transact(() => typeInto(text, id, written, chance), localEdit)
}

const binDraft: Work = ({ desk, chance }, asking) => {
  const chosen = chance.of(readDrafts(desk))
  if (chosen?.removed !== undefined) restoreDraft(desk, asking, chosen.id)
  else if (chosen && chance.happens(0.3)) removeDraft(desk, asking, chosen.id, Date.now())
}

const rewordNote: Work = ({ board, written, chance }, asking) => {
  const note = chance.of(readEntries(board, 'notes'))
  const field = chance.happens(0.7) ? 'text' : 'discussion'
  if (!note || !mayChange(asking, 'notes', field, note.author).allowed) return
  const text = textOf(board, 'notes', note.id, field)
  if (text) board.transact(() => typeInto(text, 'board', written, chance), localEdit)
}

const dragNote: Work = ({ board, written, chance }, asking) => {
  const [note, other] = [chance.of(readEntries(board, 'notes')), chance.of(readEntries(board, 'notes'))]
  if (!note || !other) return
  const newTheme = written.newId()
  const drags: readonly (() => unknown)[] = [
    () => setNoteTheme(board, asking, note.id, null),
    () => moveNote(board, asking, note.id, { section: other.section, beforeId: other.id }),
    () => {
      const grouped = groupNotes(board, asking, note.id, other.id, newTheme)
      if (grouped.allowed && grouped.value === newTheme) written.entries.add(`themes/${newTheme}`)
    },
  ]
  chance.of(drags)?.()
}

const theme: Work = ({ board, written, chance }, asking) => {
  if (board.getMap('themes').size > plenty && chance.happens(0.95)) return
  const id = written.newId()
  must(addTheme(board, asking, id, written.newWord('board')))
  written.entries.add(`themes/${id}`)
}

const binEntry: Work = ({ board, chance }, asking) => {
  const root = chance.of(['notes', 'themes', 'actions', 'timeline', 'causes'] as const) ?? 'actions'
  const entry = chance.of<{ readonly id: string; readonly removed?: unknown }>(readEntries(board, root))
  if (entry?.removed !== undefined) restoreEntry(board, asking, root, entry.id)
  else if (entry && chance.happens(0.4)) removeEntry(board, asking, root, entry.id, Date.now())
}

function add<R extends ContentRootName>(root: R, values: (word: string) => NewEntry<R>): Work {
  return ({ board, written }, asking) => {
    if (board.getMap(root).size > plenty) return
    const id = written.newId()
    must(addEntry(board, asking, root, id, values(written.newWord('board'))))
    written.entries.add(`${root}/${id}`)
  }
}

const setAction: Work = ({ board, chance, me }, asking) => {
  const action = chance.of(readEntries(board, 'actions'))
  const status = chance.of(['not-started', 'in-progress', 'complete'] as const)
  const due = chance.of([null, '2018-11-01', '2019-01-15'])
  if (action && status && due !== undefined)
    setEntry(board, asking, 'actions', action.id, { status, due, owner: me.id })
}

const setEvent: Work = ({ board, chance }, asking) => {
  const event = chance.of(readEntries(board, 'timeline'))
  const at = `2018-10-21T22:${chance.int(10, 59)}:00Z`
  if (event) setEntry(board, asking, 'timeline', event.id, { at, actor: `actor ${chance.int(1, 9)}` })
}

const reword = (of: (hands: Hands) => Y.Text | undefined): Work => {
  return (hands) => {
    const text = of(hands)
    if (text) hands.board.transact(() => typeInto(text, 'board', hands.written, hands.chance), localEdit)
  }
}

const rewordAction = reword(({ board, chance }) =>
  textOf(
    board,
    'actions',
    chance.of(readEntries(board, 'actions'))?.id ?? '',
    chance.of(['title', 'verification']) ?? 'title',
  ),
)
const rewordTheme = reword(({ board, chance }) =>
  textOf(board, 'themes', chance.of(readEntries(board, 'themes'))?.id ?? '', 'label'),
)
const rewordRecord = reword(({ board, chance }) =>
  flatTextOf(board, 'incident', chance.of(['summary', 'rootCause', 'resolution', 'takeaways'] as const) ?? 'summary'),
)

const setRecord: Work = ({ board, chance }, asking) => {
  const severity = chance.of(['SEV-1', 'SEV-2', 'SEV-3', null] as const)
  const minute = chance.int(10, 59)
  setIncident(board, asking, { severity, downtimeMinutes: minute, startedAt: `2018-10-21T22:${minute}:00Z` })
}

const sayReady: Work = ({ board, desk, chance }, asking) => {
  setReady(desk, asking, readFlat(board, 'session').phase, chance.happens(0.6))
}

/** Nothing here is against the rules. */
function must(result: Result<unknown, string>): void {
  if (!result.allowed) throw new Error(`somebody at work was refused: ${result.reason}`)
}

const at = '2018-10-21T22:52:00Z'

/** Everything that people do on a board; what stands here more than once they do more often. */
const works: readonly Work[] = [
  ...Array.from({ length: 4 }, () => draft),
  ...Array.from({ length: 4 }, () => rewordDraft),
  ...Array.from({ length: 4 }, () => rewordNote),
  ...Array.from({ length: 4 }, () => dragNote),
  ...Array.from({ length: 4 }, () => vote),
  ...Array.from({ length: 3 }, () => rewordRecord),
  ...Array.from({ length: 2 }, () => rewordAction),
  ...Array.from({ length: 2 }, () => rewordTheme),
  ...Array.from({ length: 2 }, () => binEntry),
  binDraft,
  theme,
  setAction,
  setEvent,
  setRecord,
  sayReady,
  add('actions', (title) => ({ title, rank: 'a1' })),
  add('timeline', (event) => ({ at, event })),
  add('services', (description) => ({ name: 'Checkout', description })),
  add('responders', (did) => ({ name: 'Ana', did })),
  add('checkIns', (what) => ({ on: '2018-11-01', what })),
  add('causes', (text) => ({ text, rank: 'a1' })),
]
