import { createHash } from 'node:crypto'
import type { SentEvent, TakenEvents } from '../../shared/api/events.ts'
import type { EventsRefusal } from '../../shared/api/refusals.ts'
import { readFlat } from '../../shared/document/read.ts'
import { type EventValues, hasRoomFor, type NewEvent, withIds, writeEvents } from '../../shared/document/timeline.ts'
import { instantOf } from '../../shared/incident/moment.ts'
import { allow, type Result, refuse } from '../../shared/review/result.ts'
import type { LiveBoard } from '../rooms/live-board.ts'
import type { FacilitationDeps } from './deps.ts'

/**
 * Writes the events that another program sent, in one change that everyone sees.
 *
 * @remarks
 * The id of an entry follows from the board and the sender's id, so that sending it again finds it there, also after a
 * restart, and also if somebody has put it into the bin meanwhile. [EVENT2]
 */
export function takeEvents(
  live: LiveBoard,
  sent: readonly SentEvent[],
  deps: FacilitationDeps,
): Promise<Result<TakenEvents, EventsRefusal>> {
  return live.write((writer) => {
    const there = writer.board.getMap('timeline')
    const fresh = new Map<string, NewEvent>()
    const events = withIds(
      writer.board,
      sent.map((each) => eventOf(each, deps.now())),
      deps.newId,
    )
    const taken = events.map(({ id: ours, ...event }, index) => {
      const given = sent[index]?.id
      const id = given === undefined ? ours : entryId(live.id, given)
      const added = !there.has(id) && !fresh.has(id)
      if (added) fresh.set(id, { id, ...event })
      return { id, added }
    })
    if (fresh.size === 0) return allow({ events: taken })
    if (readFlat(writer.board, 'session').status === 'closed') return refuse('board-closed')
    if (live.isFull) return refuse('board-full')
    if (!hasRoomFor(writer.board, fresh.size)) return refuse('timeline-full')
    writeEvents(writer.board, [...fresh.values()])
    return allow({ events: taken })
  })
}

function entryId(board: string, given: string): string {
  return createHash('sha256').update(`${board}\n${given}`).digest('base64url').slice(0, 24)
}

function eventOf({ at, event, actor, action, kind, milestone, link }: SentEvent, now: number): EventValues {
  return {
    at: at ?? instantOf(now),
    event,
    actor: actor ?? '',
    action: action ?? '',
    kind: milestone ? 'milestone' : kind === 'action' ? 'action' : 'observation',
    milestone: milestone ?? null,
    link: link ?? null,
  }
}
