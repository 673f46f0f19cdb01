import type * as Y from 'yjs'
import { readDrafts, readEntries, readFlat } from '../../shared/document/read.ts'
import { snapshotOf } from '../../shared/document/snapshot.ts'
import { currentItem, keepsDraftsPrivate } from '../../shared/review/agenda.ts'
import type { Leading } from './leading.ts'
import { type Written, wordsIn } from './written.ts'

/** A board on which everyone agrees, and how it came about. */
export interface Agreed {
  readonly board: Y.Doc
  /** Person -> desk. */
  readonly desks: ReadonlyMap<string, Y.Doc>
  readonly written: Written
  readonly leading: Pick<Leading, 'visits'>
}

/** What is missing from a board that people wrote, or there twice, in words. */
export function faultsIn(agreed: Agreed): readonly string[] {
  return [
    ...entryFaults(agreed),
    ...draftFaults(agreed),
    ...wordFaults(agreed),
    ...roundFaults(agreed),
    ...visitFaults(agreed),
  ]
}

function entryFaults({ board, written }: Agreed): readonly string[] {
  return [...written.entries].flatMap((name) => {
    const [root = '', id = ''] = name.split('/')
    return board.getMap(root).has(id) ? [] : [`${name} is gone`]
  })
}

/** A draft is on its author's desk alone, and a note of the board once it is published; no note comes from elsewhere. */
function draftFaults({ board, desks, written }: Agreed): readonly string[] {
  const session = readFlat(board, 'session')
  const item = currentItem(session)
  const isPublic = item !== null && !keepsDraftsPrivate(item.kind, session.settings)
  const notes = new Set(readEntries(board, 'notes').map(({ id }) => id))
  const drafts = [...desks].flatMap(([person, desk]) => readDrafts(desk).map((draft) => ({ person, draft })))
  const waiting = drafts.filter(
    ({ draft }) => draft.published === undefined && draft.removed === undefined && draft.text.trim() !== '',
  )
  const mayWait =
    !isPublic || (session.settings.attribution === 'anonymous' && new Set(waiting.map(({ person }) => person)).size < 2)
  return [
    ...[...written.drafts].flatMap(([id, person]) => {
      const found = drafts.filter(({ draft }) => draft.id === id)
      return found.length === 1 && found[0]?.person === person ? [] : [`draft ${id} lies on ${found.length} desks`]
    }),
    ...drafts.flatMap(({ draft }) =>
      (draft.published !== undefined) === notes.has(draft.id) ? [] : [`draft ${draft.id} and its note disagree`],
    ),
    ...[...notes].flatMap((id) => (written.drafts.has(id) ? [] : [`note ${id} was nobody's draft`])),
    ...(mayWait ? [] : waiting.map(({ draft }) => `draft ${draft.id} should be on the board`)),
  ]
}

/**
 * Every word is where it was typed, once; a word of a draft is in its note too, as soon as it was carried over. That is
 * at once, but for what an author did to an anonymous note while away: it waits. [ANON6]
 */
function wordFaults({ board, desks, written }: Agreed): readonly string[] {
  // A result keeps the wording of what was voted on, as it was.
  const { notes, results, session, ...others } = snapshotOf(board)
  const drafts = [...desks.values()].flatMap((desk) => readDrafts(desk))
  const inNotes = counted(notes)
  const onBoard = counted(others)
  const onDesks = counted(drafts.map(({ text }) => text))
  const carried = counted(drafts.map(({ published }) => published))
  const late =
    session.settings.attribution === 'anonymous'
      ? []
      : drafts.filter(({ text, published = text }) => text !== published)
  const misplaced = [...written.words].flatMap(([word, where]) => {
    const isDraft = where !== 'board'
    const here = (inNotes.get(word) ?? 0) + (onBoard.get(word) ?? 0)
    const there = onDesks.get(word) ?? 0
    const isRight = written.struck.has(word)
      ? here <= 1 && there <= (isDraft ? 1 : 0)
      : here === (isDraft ? (carried.get(word) ?? 0) : 1) && there === (isDraft ? 1 : 0)
    return isRight ? [] : [`${word} of ${where} is ${here} times on the board and ${there} times on a desk`]
  })
  return [...late.map(({ id }) => `draft ${id} was not carried over`), ...misplaced]
}

function counted(texts: unknown): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of wordsIn(JSON.stringify(texts))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Counted votes add up to the votes cast, and nobody's are above the budget. */
function roundFaults({ board, desks }: Agreed): readonly string[] {
  const { votes: budget } = readFlat(board, 'session').settings
  return readEntries(board, 'results').flatMap(({ id, votes, cast, voters }) => {
    const sum = Object.values(votes).reduce((all, each) => all + each, 0)
    const isRight = sum === cast && voters <= desks.size && cast <= voters * budget
    return isRight ? [] : [`round ${id} counts ${sum} of ${cast} votes by ${voters} voters`]
  })
}

/** Every phase that was commanded began once, in this order. */
function visitFaults({ board, leading }: Agreed): readonly string[] {
  const began = readFlat(board, 'session').visits.map(({ phase }) => phase)
  const isRight = leading.visits.length === 0 || String(began) === String(leading.visits)
  return isRight ? [] : [`phases began ${began.length} times, and were commanded ${leading.visits.length} times`]
}
