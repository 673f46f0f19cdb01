import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type BoardFile, type Brought, type ImportAnswer, importBody, isOfFile } from '../../shared/api/board-file.ts'
import { importRefusals } from '../../shared/api/refusals.ts'
import { readFlat } from '../../shared/document/read.ts'
import { mostKeys } from '../../shared/document/root.ts'
import { cleanTitle } from '../../shared/review/names.ts'
import type { LiveBoard } from '../rooms/live-board.ts'
import { described, importAnswer, meOf, secretsOf } from './answers.ts'
import type { RouteParts } from './app.ts'
import type { Asked } from './asking.ts'
import { jsonBody } from './json-body.ts'
import { startsBoards } from './new-board.ts'
import { invalidField, RequestProblem } from './problem.ts'
import { limited } from './rate-limits.ts'
import { unpacked } from './unpacked.ts'

/** A review out of a file: a new one, or what it lacks for one that is here already. */
export function importRoutes(parts: RouteParts) {
  const { asking, boards, facilitation, limits, httpLimits, store } = parts
  const start = startsBoards(parts)

  /** The review of this file that this person facilitates, if there is one. */
  async function hereAlready(file: BoardFile, person: string | undefined): Promise<LiveBoard | undefined> {
    if (person === undefined) return undefined
    const mine = await store.boards.listFor(person)
    const found = mine.find((listing) => listing.role === 'facilitator' && isOfFile(listing, file))
    return found && boards.open(found.id)
  }

  async function addTo(live: LiveBoard, file: BoardFile): Promise<Brought> {
    const outcome = await facilitation.importInto(live, file)
    if (outcome.allowed) return outcome.value
    throw new RequestProblem({ type: outcome.reason, title: 'Nothing was added', ...importRefusals[outcome.reason] })
  }

  return new Hono<Asked>().post(
    '/boards/import',
    describeRoute({
      ...described('Bring in a review from a file', { 200: importAnswer, 201: importAnswer }),
      description:
        'What report.json gave. Who facilitates a review of this file already gets it back, with what it lacked (200); ' +
        'anyone else gets a new review (201). Nothing is ever changed or deleted by a file. ' +
        'A body of more than 1 MiB comes as gzip, with `Content-Encoding: gzip`.',
    }),
    limited(limits.importing, asking.addressOf),
    unpacked(httpLimits.importBytes),
    jsonBody(importBody, mostKeys),
    async (c) => {
      const { file, name } = c.req.valid('json')
      if (cleanTitle(file.board.title) === '') throw invalidField('file.board.title', 'a title')
      const known = asking.personOf(c)
      const live = await hereAlready(file, known)
      const me = known === undefined ? undefined : live?.members.get(known)
      if (live !== undefined && me !== undefined) {
        const brought = await addTo(live, file)
        const { title } = readFlat(live.doc, 'session')
        const answer: ImportAnswer = {
          board: { id: live.id, title, epoch: await store.epoch() },
          me: meOf(me),
          invites: secretsOf(live.invites.values()),
          brought,
        }
        await live.settled()
        return c.json(answer, 200)
      }

      const { answer, board } = await start(c, {
        name: name ?? '',
        title: file.board.title,
        others: file.people.length,
        make: async (creator) => facilitation.newBoardOf(file, creator),
      })
      const imported: ImportAnswer = { ...answer, brought: board.brought }
      return c.json(imported, 201)
    },
  )
}
