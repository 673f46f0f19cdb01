import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { deskSchema } from '../../shared/document/desk-schema.ts'
import { boardSchema, type DocumentSchema } from '../../shared/document/schema.ts'
import { contentOf } from '../support/guarded-room.ts'
import type { PlainClient } from '../support/plain-client.ts'
import type { PlainPerson } from '../support/world.ts'
import { documentName, type Promises } from './promises.ts'
import type { Team } from './team.ts'

/** A board as it is sent to somebody who comes with nothing, and so all of its desks. */
export interface Reading {
  readonly board: Y.Doc
  /** Person -> desk. */
  readonly desks: ReadonlyMap<string, Y.Doc>
}

export async function readAfresh(team: Team, promises: Promises, life: AbortSignal): Promise<Reading> {
  const { board, observer, seats } = team
  const read = async (document: string, open: PlainPerson['board']): Promise<Y.Doc> => {
    const reader = open({ witness: promises.witness(documentName(board.id, document)) })
    life.addEventListener('abort', () => reader.close(), { once: true })
    await reader.synced()
    reader.close()
    return reader.doc
  }
  const people = [...new Map(seats.map(({ person }) => [person.id, person])).values()]
  const [doc, ...desks] = await Promise.all([
    read('board', observer.board),
    ...people.map(async ({ id, desk }) => [id, await read(`desk/${id}`, desk)] as const),
  ])
  return { board: doc, desks: new Map(desks) }
}

/** Resolves once everyone holds just what was read afresh, or life is over. */
export async function converged({ seats }: Team, { board, desks }: Reading, life: AbortSignal): Promise<void> {
  const agrees = (client: PlainClient, schema: DocumentSchema, read: Y.Doc | undefined) =>
    client.sees((own) => life.aborted || (read !== undefined && isSame(own, read, schema)))
  await Promise.all(
    seats.flatMap((seat) => [
      agrees(seat.board, boardSchema, board),
      agrees(seat.desk, deskSchema, desks.get(seat.person.id)),
    ]),
  )
}

function isSame(one: Y.Doc, other: Y.Doc, schema: DocumentSchema): boolean {
  return (
    isDeepStrictEqual(clocksOf(one), clocksOf(other)) &&
    isDeepStrictEqual(contentOf(one, schema), contentOf(other, schema))
  )
}

function clocksOf(doc: Y.Doc): ReadonlyMap<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}
