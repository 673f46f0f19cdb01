import { request } from 'node:http'
import { join } from 'node:path'
import type { BoardAnswer, CreateBoard } from '../../../shared/api/boards.ts'
import type { Command } from '../../../shared/api/commands.ts'
import { apiPaths, boardRoom, deskRoom, type Invites, syncPath } from '../../../shared/api/paths.ts'
import { freePort } from '../../support/free-port.ts'
import { type Arena, addressOf, type Board, noteId, noteText } from '../contestant.ts'
import type { Seat } from '../line.ts'
import { type StartOptions, startServerUnderTest } from '../server-under-test.ts'
import { yWebsocket } from '../wire.ts'

/** A review with people on it, each with a cookie of their own; the first one facilitates. */
export interface Review extends Board {
  readonly id: string
  readonly desks: readonly Seat[]
  readonly invites: Invites
  command(command: Command): Promise<void>
}

export interface HindsightArena extends Arena {
  openReview(people: number, body: Partial<CreateBoard>): Promise<Review>
}

/**
 * What was built in a checkout, at its defaults: guard, SQLite, every update on disk before it is relayed.
 */
export async function startHindsight(checkout: string, folder: string, options: StartOptions): Promise<HindsightArena> {
  const port = await freePort()
  const env = { PORT: String(port), DATA_DIR: folder }
  const server = await startServerUnderTest(port, [join(checkout, 'dist/server/main.js')], env, options)
  let seated = 0
  const openReview = async (people: number, body: Partial<CreateBoard>) => {
    const review = await convene(() => port, people, body, seated)
    seated += people
    return review
  }
  return { server, openReview, openBoard: (people, notes) => openReview(people, withNotes(notes)) }
}

/** A review on which everyone may type into so many notes. */
export const withNotes = (notes: number): Partial<CreateBoard> => ({
  settings: { editing: 'anyone' },
  notes: Array.from({ length: notes }, (_, nth) => ({ id: noteId(nth), section: 'lessons', text: noteText(nth) })),
})

/** `portOf` says to which server a person comes. */
export async function convene(
  portOf: (person: number) => number,
  people: number,
  body: Partial<CreateBoard>,
  firstAddress: number,
): Promise<Review> {
  const from = (person: number) => ({ port: portOf(person), localAddress: addressOf(firstAddress + person) })
  const created = await post(from(0), apiPaths.boards(), { title: 'Checkout stood still', name: 'Fay', ...body })
  const { board, invites } = created.answer
  if (invites === undefined) throw new Error('a board without invites')
  const enter = (person: number) =>
    post(from(person), apiPaths.join(board.id), { invite: invites.participant, name: `Person ${person}` })
  const cookies = [created.cookie]
  while (cookies.length < people) {
    const next = Array.from({ length: Math.min(20, people - cookies.length) }, (_, nth) => cookies.length + nth)
    cookies.push(...(await Promise.all(next.map(enter))).map(({ cookie }) => cookie))
  }
  const seats = (room: string) =>
    cookies.map((cookie, person) => ({
      url: `ws://127.0.0.1:${portOf(person)}${syncPath}/${room}`,
      wire: yWebsocket,
      headers: { Cookie: cookie },
      localAddress: addressOf(firstAddress + person),
    }))
  return {
    id: board.id,
    seats: seats(boardRoom(board.id)),
    desks: seats(deskRoom(board.id)),
    invites,
    async command(command) {
      await post(from(0), apiPaths.commands(board.id), command, created.cookie)
    },
  }
}

interface From {
  readonly port: number
  readonly localAddress: string
}

/** `fetch` can't choose the address it comes from. */
function post(
  from: From,
  path: string,
  body: unknown,
  cookie = '',
): Promise<{ readonly answer: BoardAnswer; readonly cookie: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', ...(cookie && { Cookie: cookie }) }
    const asking = request({ host: '127.0.0.1', ...from, method: 'POST', path, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => {
        if (response.statusCode !== 200 && response.statusCode !== 201) reject(new Error(`${path}: ${text}`))
        else resolve({ answer: JSON.parse(text), cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '' })
      })
    })
    asking.once('error', reject)
    asking.end(JSON.stringify(body))
  })
}
