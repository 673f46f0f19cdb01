import * as Y from 'yjs'
import { boardSchema } from '../../../shared/document/schema.ts'
import { writeEvents } from '../../../shared/document/timeline.ts'
import type { Timers } from '../timers.ts'
import { judge } from './guard.ts'
import type { Verdict } from './verdict.ts'

/** Events of each round: the first rounds are slow, so they are small. */
const rounds = [...Array.from({ length: 12 }, () => 8), ...Array.from({ length: 24 }, () => 50)]
/** Milliseconds between rounds. */
const pauseMs = 60
/** Milliseconds in which whoever has waited for the server to start comes first. */
const firstMs = 1000

/**
 * Takes in events on boards that nobody sees, piece by piece, until the guard and Yjs are at full speed.
 *
 * @remarks
 * The engine compiles what has run often enough. A server that had just started took a quarter of a second for the first
 * import of a thousand events, during which nobody else was heard, and a sixth of that once it had practised.
 * [PRESSURE20]
 */
export function practise({ after }: Pick<Timers, 'after'>, done: (verdicts: readonly Verdict[]) => void): () => void {
  const verdicts: Verdict[] = []
  let stop = () => {}
  const next = () => {
    const events = rounds[verdicts.length]
    if (events === undefined) return done(verdicts)
    verdicts.push(takeIn(events))
    stop = after(pauseMs, next)
  }
  stop = after(firstMs, next)
  return () => stop()
}

function takeIn(events: number): Verdict {
  const [server, browser] = [new Y.Doc(), new Y.Doc()]
  browser.transact(() =>
    writeEvents(
      browser,
      Array.from({ length: events }, (_, n) => anEvent(n)),
    ),
  )
  const update = Y.encodeStateAsUpdate(browser)
  const verdict = judge(update, {
    doc: server,
    schema: boardSchema,
    asking: { person: { id: 'practice', role: 'participant', left: undefined }, status: 'open', editing: 'author' },
    ownerOf: () => undefined,
    ownClients: 0,
    space: { is: 'free' },
    now: 0,
  })
  Y.applyUpdate(server, update)
  Y.mergeUpdates([update, Y.encodeStateAsUpdate(server)])
  server.destroy()
  browser.destroy()
  return verdict
}

function anEvent(n: number) {
  return {
    id: `practice-${n}`,
    at: '2026-01-01T00:00:00Z',
    event: `Event ${n}`,
    actor: 'somebody',
    action: 'practised',
  }
}
