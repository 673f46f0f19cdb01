import { fieldByName, readByName } from '../../../shared/document/by-name.ts'
import { type Asking, mayCreateIn, mayWriteField } from '../../../shared/document/may.ts'
import { parseBallotKey } from '../../../shared/review/ballot.ts'
import { type Documents, schemas } from '../salvage/differences.ts'
import type { Voting } from '../view/voting.ts'
import type { Watched } from '../watched.ts'
import type { UndoRules } from './undo.ts'

/** Undo asks the same rules as any other write: what the server would refuse is not undone. */
export function undoRules(
  documents: Watched<Documents>,
  asking: () => Asking,
  voting: Watched<Voting>,
  now: () => number,
): UndoRules {
  return {
    may: ({ document, root, id, field }) => {
      const spec = schemas[document][root]
      if (spec === undefined) return false
      if (spec.shape === 'scalars') return mayCreateIn(asking(), spec).allowed && isOpenBallot(field, voting.get())
      const known = fieldByName(schemas[document], root, field)
      const author: unknown =
        root === 'notes' ? readByName(documents.get()[document], { root, id, field: 'author' }) : undefined
      return known !== undefined && mayWriteField(asking(), known, authorOf(author)).allowed
    },
    now,
    bin: () => ({ by: asking().person.id, at: now() }),
  }
}

function isOpenBallot(key: string, { round, rules }: Voting): boolean {
  return rules.isOpen && parseBallotKey(key)?.round === round
}

function authorOf(value: unknown): string | null | undefined {
  return typeof value === 'string' || value === null ? value : undefined
}
