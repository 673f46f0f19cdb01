import * as Y from 'yjs'
import { allow, type Result, refuse } from '../../../shared/review/result.ts'
import type { Id } from './decode.ts'
import type { Effort } from './effort.ts'
import type { Fresh, FreshItem, FreshStruct } from './fresh.ts'
import { isSameId, Line } from './line.ts'
import type { GuardRefusal } from './refusal.ts'
import { Seen } from './seen.ts'
import type { TextWrite } from './writes.ts'

/**
 * Whether the letters of an update are put where their writers could put them: between two neighbours.
 *
 * @remarks
 * Others may have written something in between meanwhile, so what counts is what a writer had before them. Yjs puts
 * letters into the same order everywhere only if each was put so: of those put between two with another one in between,
 * or with the second left of the first, the order depends on which a browser hears of first. [GUARD24]
 */
export function judgeLetters(
  doc: Y.Doc,
  fresh: Fresh,
  texts: readonly TextWrite[],
  effort: Effort,
): Result<true, GuardRefusal> {
  if (texts.length === 0) return allow(true)
  const lines = new Map<FreshStruct, Line>()
  for (const { container, fresh: items } of texts) {
    const first = container.holder instanceof Y.Text ? container.holder._start : null
    if (isTypedInOnePlace(doc, first, items)) continue
    const line = new Line(first, effort)
    for (const item of items) lines.set(item, line)
  }
  if (lines.size === 0) return allow(true)
  const seen = new Seen(doc, fresh, effort)
  for (const item of fresh.structs) {
    const line = item.kind === 'item' && lines.get(item)
    if (!line) continue
    const between = line.between(item)
    if (between === undefined) return refuse('malformed')
    const state = between.length > 0 ? seen.before(item) : null
    if (effort.isTooMuch) break
    if (between.some(({ client, clock }) => clock < (state?.get(client) ?? 0))) return refuse('malformed')
    line.integrate(item)
  }
  return effort.isTooMuch ? refuse('too-large') : allow(true)
}

/** The usual case: each goes on where the one before ends, and the first stands between two neighbours. */
function isTypedInOnePlace(doc: Y.Doc, firstOfText: Y.Item | null, items: readonly FreshItem[]): boolean {
  const [first, ...more] = items
  if (first === undefined) return true
  const { rightOrigin } = first.incoming
  const next = nextTo(doc, firstOfText, first.origin)
  if (next === undefined || !isSameId(rightOrigin, next)) return false
  let last = first
  for (const item of more) {
    const end = { client: last.client, clock: last.clock + last.length - 1 }
    if (!isSameId(item.origin, end) || !isSameId(item.incoming.rightOrigin, rightOrigin)) return false
    last = item
  }
  return true
}

/** What stands after a letter that the server has, or at the beginning; null: nothing; undefined: it has no such letter. */
function nextTo(doc: Y.Doc, firstOfText: Y.Item | null, origin: Id | null): Id | null | undefined {
  if (origin === null) return firstOfText?.id ?? null
  const { client, clock } = origin
  if (clock >= Y.getState(doc.store, client)) return undefined
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  return clock + 1 < item.id.clock + item.length ? { client, clock: clock + 1 } : (item.right?.id ?? null)
}
