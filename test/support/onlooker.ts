import * as Y from 'yjs'
import { readFlat } from '../../shared/document/read.ts'
import { snapshotOf } from '../../shared/document/snapshot.ts'
import { encodeFrame } from '../../shared/protocol/frames.ts'
import { renderReport } from '../../shared/report/render.ts'
import type { PhaseKind } from '../../shared/review/session.ts'
import type { Pipe } from './pipe.ts'
import { aReview, type Review } from './review.ts'

type Actor = 'ana' | 'ben' | 'fay'

/** What happens on a board, told by who does it. */
export interface Cast {
  readonly review: Review
  board(name: Actor): Pipe
  desk(name: Actor): Pipe
  go(kind: PhaseKind): Promise<void>
  /** Lets happen what can, then lets time go by, in steps short enough to tell one moment from another. */
  passes(ms: number): Promise<void>
  /** Cuts somebody off; what they do meanwhile stays with them. */
  leaves(name: Actor): void
  returns(name: Actor): Promise<void>
}

const step = 100

const clients = { ana: 11, ben: 22, fay: 33, olga: 44 } as const

/**
 * Plays a story on a fresh board, and answers every byte of it that reaches olga and fay, each at its moment, with the
 * reports that can be taken and what somebody gets who comes at the end.
 *
 * Nothing but the story differs between two plays: the clock, chance and all client ids are the same. So two stories
 * that differ in who does what, and are seen alike, can't be told apart by anyone.
 */
export async function seenOf(
  body: Parameters<typeof aReview>[0],
  story: (cast: Cast) => Promise<void>,
): Promise<readonly string[]> {
  const review = await aReview(body)
  const docs = { ana: new Y.Doc(), ben: new Y.Doc(), fay: new Y.Doc(), olga: new Y.Doc() }
  const desks = { ana: new Y.Doc(), ben: new Y.Doc(), fay: new Y.Doc() }
  const boardPipes = new Map<string, Pipe>()
  const deskPipes = new Map<string, Pipe>()
  const seen: string[] = []

  const connect = async (name: keyof typeof docs) => {
    docs[name].clientID = clients[name]
    boardPipes.set(name, await review.join(name, 'board', docs[name]))
  }
  const openDesk = async (name: Actor) => {
    desks[name].clientID = clients[name] * 1000
    deskPipes.set(name, await review.join(name, 'desk', desks[name]))
  }
  const found = (pipes: ReadonlyMap<string, Pipe>, name: string) => {
    const pipe = pipes.get(name)
    if (!pipe) throw new Error(`${name} is not connected`)
    return pipe
  }

  for (const name of ['olga', 'fay', 'ana', 'ben'] as const) await connect(name)
  for (const name of ['fay', 'ana', 'ben'] as const) await openDesk(name)
  const watched = [found(boardPipes, 'olga'), found(boardPipes, 'fay'), found(deskPipes, 'fay')]
  await story({
    review,
    board: (name) => found(boardPipes, name),
    desk: (name) => found(deskPipes, name),
    async go(kind) {
      const { agenda } = readFlat((await review.live()).doc, 'session')
      await review.command({ type: 'phase.go', phase: agenda.find((item) => item.kind === kind)?.id ?? '' })
    },
    async passes(ms) {
      await review.turn()
      for (let left = ms; left > 0; left -= step) await review.pass(Math.min(step, left))
    },
    leaves(name) {
      found(boardPipes, name).hangUp()
      found(deskPipes, name).hangUp()
    },
    async returns(name) {
      await connect(name)
      await openDesk(name)
    },
  })
  await review.pass(100)

  for (const [index, pipe] of watched.entries()) {
    pipe.heard.forEach((frame, at) => {
      const bytes = Buffer.from(encodeFrame(frame)).toString('base64')
      seen.push(`${index} #${at} at ${pipe.heardAt[at]}: ${bytes}`)
    })
  }
  const { doc } = await review.live()
  for (const format of ['md', 'html', 'json', 'csv', 'ics'] as const) {
    seen.push(renderReport(format, snapshotOf(doc), { boardId: review.id, now: review.clock.now() }).body)
  }
  seen.push(Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'))
  return seen
}
