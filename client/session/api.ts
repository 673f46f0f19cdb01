import type { EarlierAnswer, SearchAnswer } from '../../shared/api/across.ts'
import type { ImportAnswer, ImportBoard } from '../../shared/api/board-file.ts'
import type {
  BoardAnswer,
  BoardListing,
  CreateBoard,
  Invitation,
  Join,
  Me,
  PatchMe,
  Problem,
  ServerTime,
} from '../../shared/api/boards.ts'
import type { Command } from '../../shared/api/commands.ts'
import type { EventTokenFacts, MadeEventToken } from '../../shared/api/events.ts'
import { apiPaths } from '../../shared/api/paths.ts'

/** What the server said: a value, or a problem with a sentence to show. Never thrown. */
export type Answer<T> =
  | { readonly allowed: true; readonly value: T }
  | { readonly allowed: false; readonly reason: Problem }

export const createBoard = (body: CreateBoard) => ask<BoardAnswer>('POST', apiPaths.boards(), body)
/** A review out of a file: a new one, or what it lacks for the one that is here. */
export const importBoard = async (body: ImportBoard) =>
  answerTo<ImportAnswer>(await sendPacked(apiPaths.importBoard(), JSON.stringify(body)))
export const listBoards = () => ask<readonly BoardListing[]>('GET', apiPaths.boards())
/** Where the reviews I am on have these words. */
export const searchBoards = (words: string) => ask<SearchAnswer>('POST', apiPaths.searchBoards(), { words })
/** What my earlier reviews have in common with this one. */
export const getEarlier = (board: string) => ask<EarlierAnswer>('GET', apiPaths.earlier(board))
export const getBoard = (board: string) => ask<BoardAnswer>('GET', apiPaths.board(board))
export const join = (board: string, body: Join) => ask<BoardAnswer>('POST', apiPaths.join(board), body)
/** What a join page shows to somebody with a good invite. */
export const getInvitation = (board: string, invite: string) =>
  ask<Invitation>('POST', apiPaths.invitation(board), { invite })
export const patchMe = (board: string, body: PatchMe) => ask<{ readonly me: Me }>('PATCH', apiPaths.me(board), body)
/** A link that makes another browser the same person, once and soon. */
export const linkToMe = (board: string) => ask<{ readonly link: string }>('POST', apiPaths.link(board), {})
export const removeBoard = (board: string) => ask<void>('DELETE', apiPaths.board(board))
export const sendCommand = (board: string, command: Command) => ask<void>('POST', apiPaths.commands(board), command)
/** Whether there is a token with which other programs send events. */
export const getEventToken = (board: string) =>
  ask<{ readonly token: EventTokenFacts | null }>('GET', apiPaths.eventToken(board))
export const makeEventToken = (board: string) => ask<MadeEventToken>('POST', apiPaths.eventToken(board), {})
export const revokeEventToken = (board: string) => ask<void>('DELETE', apiPaths.eventToken(board))
export const getTime = () => ask<ServerTime>('GET', apiPaths.time())

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** What comes back is our own server's JSON: typed by the contract, checked nowhere again. */
async function ask<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
  return answerTo<T>(await send(method, path, body))
}

async function answerTo<T>(response: Response | null): Promise<Answer<T>> {
  if (response === null) return { allowed: false, reason: noAnswer }
  if (response.status === 204) return { allowed: true, value: undefined as T }
  const answer = await jsonOf(response)
  if (!response.ok) return { allowed: false, reason: problemOf(response, answer) }
  // A proxy's page while our server is away, or that of a network which wants to be signed in to. [CLIENT13]
  if (answer === undefined) return { allowed: false, reason: noAnswer }
  return { allowed: true, value: answer as T }
}

/** So long is an answer waited for: a line may be dead without anyone saying so. */
const patienceMs = 15_000

async function send(method: Method, path: string, body: unknown): Promise<Response | null> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patienceMs),
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    return null // fetch throws where no server was reached: a state of the network, worded below
  }
}

/** A request may hold 1 MiB, and a large board's JSON is larger. */
async function sendPacked(path: string, json: string): Promise<Response | null> {
  const packed = await new Response(new Blob([json]).stream().pipeThrough(new CompressionStream('gzip'))).blob()
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  try {
    return await fetch(path, { method: 'POST', credentials: 'same-origin', headers, body: packed })
  } catch {
    return null // as above
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined // the page of a proxy or of a train's network, or a line that broke
  }
}

function problemOf(response: Response, answer: unknown): Problem {
  const told = isProblem(answer) ? answer : undefined
  return (
    told ?? {
      type: 'about:blank',
      title: 'Something went wrong',
      status: response.status,
      detail: wordingOf(response.status),
    }
  )
}

function isProblem(answer: unknown): answer is Problem {
  if (typeof answer !== 'object' || answer === null) return false
  return (
    'detail' in answer && typeof answer.detail === 'string' && 'status' in answer && typeof answer.status === 'number'
  )
}

function wordingOf(status: number): string {
  if (status === 429) return 'That was a lot in a short time. Wait a moment, then try again.'
  if (status >= 500) return 'The server could not do this just now. Nothing of yours is lost; try again in a moment.'
  return 'The server did not accept this. Reload the page and try again.'
}

/** `status` 0: nobody answered. */
const noAnswer: Problem = {
  type: 'about:blank',
  title: 'No connection',
  status: 0,
  detail: "The server can't be reached. What you write stays on this device; try this again once you are connected.",
}
