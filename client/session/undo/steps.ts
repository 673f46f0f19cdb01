import * as Y from 'yjs'
import { readByName, setByName } from '../../../shared/document/by-name.ts'
import { readEntry } from '../../../shared/document/read.ts'
import { localEdit } from '../../../shared/document/write.ts'
import { sameJson } from '../equal.ts'
import { type DocumentName, type Documents, schemas } from '../salvage/differences.ts'
import type { Unsubscribe } from '../watched.ts'

/** One field as a change of mine left it; a creation is the step of `removed` alone. */
export interface Step {
  readonly document: DocumentName
  readonly root: string
  readonly id: string | null
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** In `before` of a creation's step: what the entry is when the creation is undone. */
export const binned = Symbol('binned')

/** Hears each transaction of mine as the steps it was made of. Letters in texts are not among them. */
export function recordSteps(documents: Documents, recorded: (steps: readonly Step[]) => void): Unsubscribe {
  const stops = (['board', 'desk'] as const).map((document) => {
    const doc = documents[document]
    let pending: Step[] = []
    const roots = Object.entries(schemas[document]).filter(([root]) => root !== 'ready')
    const watching = roots.map(([root]) => {
      const map = doc.getMap(root)
      const heard = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
        if (transaction.origin === localEdit)
          pending.push(...events.flatMap((event) => stepsIn(event, document, root, map)))
      }
      map.observeDeep(heard)
      return () => map.unobserveDeep(heard)
    })
    const ended = (transaction: Y.Transaction) => {
      if (transaction.origin !== localEdit || pending.length === 0) return
      const steps = pending
      pending = []
      recorded(steps)
    }
    doc.on('afterTransaction', ended)
    return () => {
      doc.off('afterTransaction', ended)
      for (const stop of watching) stop()
    }
  })
  return () => {
    for (const stop of stops) stop()
  }
}

function stepsIn(
  event: Y.YEvent<Y.AbstractType<unknown>>,
  document: DocumentName,
  root: string,
  map: Y.Map<unknown>,
): readonly Step[] {
  if (!(event instanceof Y.YMapEvent)) return []
  const isEntries = schemas[document][root]?.shape === 'entries'
  const atRoot = event.target === map
  return [...event.changes.keys].flatMap(([key, { action, oldValue }]) => {
    if (atRoot && isEntries) {
      const created = { document, root, id: key, field: 'removed', before: binned, after: undefined }
      return action === 'add' ? [created] : []
    }
    const id = atRoot ? null : String(event.path[0])
    const before: unknown = action === 'add' ? undefined : oldValue
    return [
      {
        document,
        root,
        id,
        field: key,
        before,
        after: readByName(event.target.doc ?? new Y.Doc(), { root, id, field: key }),
      },
    ]
  })
}

/**
 * The step where it can be taken back by now: what was written in a draft is its note's once that stands on the board. On an
 * anonymous board only the draft knows its author, and its note follows it.
 */
export function placedNow({ board }: Documents, step: Step): Step {
  if (step.root !== 'drafts' || step.id === null) return step
  const note = readEntry(board, 'notes', step.id)
  return note === undefined || note.author === null ? step : { ...step, document: 'board', root: 'notes' }
}

/** The origin of what undo writes. */
const undone = 'undone'

/** Writes a value back, unless somebody has changed it since. Says whether it did. */
export function writeBack(documents: Documents, step: Step, expected: unknown, value: unknown): boolean {
  const doc = documents[step.document]
  if (step.id !== null && !doc.getMap(step.root).has(step.id)) return false
  const now = readByName(doc, step)
  const isExpected =
    step.field === 'removed' ? (now === undefined) === (expected === undefined) : sameJson(now, expected)
  if (!isExpected || sameJson(now, value)) return false
  return doc.transact(() => setByName(doc, step, value), undone)
}
