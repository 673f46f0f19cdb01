import { readByName } from '../../../shared/document/by-name.ts'
import { readEntry } from '../../../shared/document/read.ts'
import { sameJson } from '../equal.ts'
import { commonPast } from './common-past.ts'
import { type Difference, type Documents, differences } from './differences.ts'

const seen = true

/**
 * What this browser had seen on the server, and a server that came back from a backup does not have any more.
 *
 * @remarks
 * `known` is what the server had of `mine`. It and `theirs` are branches of one history, whose beginning is the backup.
 * What somebody has changed on the server since stands. My notes come back through my drafts, which are all that I may
 * write of them. [SALVAGE11] [SALVAGE12]
 */
export function lostSince(known: Documents, mine: Documents, theirs: Documents): readonly Difference[] {
  const parted = {
    board: commonPast('board', theirs.board, known.board),
    desk: commonPast('desk', theirs.desk, known.desk),
  }
  const isBack = (id: string) => theirs.board.getMap('notes').has(id)
  const isMine = (id: string) => mine.desk.getMap('drafts').has(id)
  return differences(parted, known, 'with-notes')
    .map((each) => asSeenLast(each, mine))
    .flatMap((each): readonly Difference[] => {
      if (each.what !== 'entry' || each.root !== 'notes') return [each]
      if (isBack(each.id)) return whatBelongsTo(each)
      if (each.values.removed !== undefined) return [] // nobody misses what lay in the bin
      return [isMine(each.id) ? { ...each, comesByMyDraft: true } : each]
    })
    .filter((each) => isMissing(each, theirs))
    .map((each) => ({ ...each, seen }))
}

/** Of a note that its author has brought back, what had become of it: its theme, its wording, and what was said. */
export function whatBelongsTo(difference: Difference): readonly Difference[] {
  if (difference.what !== 'entry' || difference.root !== 'notes') return [difference]
  const { document, root, id, values } = difference
  const theme = { document, root, id, field: 'theme', before: null, after: values.theme ?? null, seen } as const
  return [{ what: 'value', ...theme }, ...lettersOf(difference, 'text'), ...lettersOf(difference, 'discussion')]
}

function isMissing(difference: Difference, theirs: Documents): boolean {
  const doc = theirs[difference.document]
  if (difference.what === 'entry') return !doc.getMap(difference.root).has(difference.id)
  const now = readByName(doc, difference)
  return difference.what === 'text' ? now !== difference.after : sameJson(now, difference.before)
}

/** A note as it was last, and a draft as the note that it became: worded, placed and binned. */
export function asSeenLast(difference: Difference, { board }: Documents): Difference {
  if (difference.what !== 'entry') return difference
  const { root, id: key } = difference
  const note = root === 'notes' || root === 'drafts' ? readEntry(board, 'notes', key) : undefined
  if (note === undefined) return difference
  const { id, ...values } = note
  if (root === 'notes') return { ...difference, values }
  const { text, section, rank, removed } = note
  return { ...difference, values: { ...difference.values, text, section, rank, ...(removed && { removed }) } }
}

function lettersOf(entry: Extract<Difference, { what: 'entry' }>, field: string): readonly Difference[] {
  const { document, root, id, values } = entry
  const after = String(values[field] ?? '')
  return after === '' ? [] : [{ what: 'text', document, root, id, field, before: '', after, seen }]
}
