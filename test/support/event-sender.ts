import type { LiveBoard } from '../../server/rooms/live-board.ts'
import type { MadeEventToken } from '../../shared/api/events.ts'
import { apiPaths } from '../../shared/api/paths.ts'
import { readEntries } from '../../shared/document/read.ts'
import type { TimelineEvent } from '../../shared/incident/record.ts'
import { seen, type TestApp } from './app.ts'

/** A board that fay facilitates, and a program that sends to it: no cookie, no origin, nothing but the token. */
interface EventSender {
  readonly fay: Awaited<ReturnType<TestApp['board']>>['fay']
  readonly id: string
  readonly token: string
  /** In place of the one before. */
  makeToken(): Promise<string>
  send(body: string | object, headers?: Record<string, string>): ReturnType<typeof seen>
  board(): Promise<LiveBoard>
  /** What stands on the timeline, without ids. */
  told(): Promise<readonly Omit<TimelineEvent, 'id' | 'removed'>[]>
}

export async function openEventSender(on: TestApp): Promise<EventSender> {
  const { fay, id } = await on.board()
  const makeToken = async () => ((await (await fay.post(apiPaths.eventToken(id))).json()) as MadeEventToken).token
  const token = await makeToken()
  const send = (body: string | object, headers: Record<string, string> = {}) =>
    seen(
      on.app.request(apiPaths.timeline(id), {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    )
  const board = async () => {
    const live = await on.registry.open(id)
    if (!live) throw new Error('the board is gone')
    return live
  }
  const told = async () => readEntries((await board()).doc, 'timeline').map(({ id: _, removed: __, ...event }) => event)
  return { fay, id, token, makeToken, send, board, told }
}

/** What an event has where it was sent without. */
export const plainEvent = { actor: '', action: '', kind: 'observation', milestone: null, link: null }

export const firing = { id: 'page-1', at: '2018-10-21T22:54:00Z', event: 'Alerts fire' }
