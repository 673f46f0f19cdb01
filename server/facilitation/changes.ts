import * as Y from 'yjs'
import { listPart } from '../../shared/document/content.ts'
import { contentRoots } from '../../shared/document/schema.ts'

/** Origin of what follows from a change: it is none itself. */
export const followUp = Symbol('follow-up')

const known = new WeakMap<Y.Doc, Set<string>>()

/**
 * What of a board has changed since this was last asked: fields of the record by their names, lists of entries as
 * {@link listPart}, and `session`, `settings` or `results`.
 *
 * What changes before it was first asked is not told.
 */
export function changesOf(board: Y.Doc): ReadonlySet<string> {
  const gathered = known.get(board)
  if (gathered === undefined) {
    known.set(board, gather(board))
    return new Set()
  }
  const taken = new Set(gathered)
  gathered.clear()
  return taken
}

function gather(board: Y.Doc): Set<string> {
  const changed = new Set<string>()
  const watch = (
    root: string,
    told: (event: Y.YEvent<Y.AbstractType<unknown>>, map: Y.Map<unknown>) => readonly string[],
  ) => {
    const map = board.getMap(root)
    map.observeDeep((events, transaction) => {
      if (transaction.origin === followUp) return
      for (const event of events) for (const each of told(event, map)) changed.add(each)
    })
  }
  watch('incident', (event, map) => (event.target === map ? keysOf(event) : event.path.slice(0, 1).map(String)))
  watch('session', (event) => keysOf(event).flatMap((key) => (key === 'settings' ? ['settings'] : inContent(key))))
  watch('results', () => ['results'])
  for (const root of contentRoots) watch(root, () => [listPart(root)])
  return changed
}

function inContent(key: string): readonly string[] {
  return key === 'title' || key === 'sections' ? ['session'] : []
}

function keysOf(event: Y.YEvent<Y.AbstractType<unknown>>): readonly string[] {
  return event instanceof Y.YMapEvent ? [...event.keysChanged].map(String) : []
}
