import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Problem } from '../../shared/api/boards.ts'
import { BoardEnded } from '../rooms/live-board.ts'
import { TooManyBoards } from '../rooms/registry.ts'
import { BoardDamaged, BoardGone, BoardMoved, StoreFault } from '../store/port.ts'
import type { HttpLog } from './ports.ts'
import { invalid, noSuchBoard, RequestProblem } from './problem.ts'

/** Whatever was thrown, as a response: the one place where that happens. */
export function answerProblems(log: HttpLog) {
  return (error: Error, c: Context): Response => {
    if (error instanceof RequestProblem) return problemResponse(error.problem, error.headers)
    if (error instanceof BoardGone) return problemResponse(noSuchBoard().problem)
    if (error instanceof TooManyBoards || error instanceof BoardEnded || error instanceof BoardMoved)
      return problemResponse(tooBusy, { 'Retry-After': '10' })
    // What is wrong, and what to do, the log has from whoever found it.
    if (error instanceof BoardDamaged) return problemResponse(boardDamaged)
    if (error instanceof StoreFault) {
      log.error({ err: error, method: c.req.method }, 'a request could not be stored')
      return problemResponse(storeFails, { 'Retry-After': '5' })
    }
    if (error instanceof HTTPException && error.status === 400) return problemResponse(malformed)
    if (isCutOff(error)) return problemResponse(cutOff)
    log.error({ err: error, method: c.req.method, path: c.req.path, person: c.get('person') }, 'a request failed')
    return problemResponse(ourFault)
  }
}

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
  })
}

/** Whoever asked hung up half-way through: nobody hears the answer, and nothing of ours went wrong. */
function isCutOff(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET'
}

const cutOff: Problem = {
  type: 'cut-off',
  title: 'The request was cut off',
  status: 400,
  detail: 'The connection was lost half-way. Send it again.',
}

/** Hono's own complaint, about a body that does not parse. */
const malformed = invalid('The body is not valid JSON. Check its quotes, commas and brackets.').problem

export const ourFault: Problem = {
  type: 'our-fault',
  title: 'Something went wrong here',
  status: 500,
  detail: 'It is not your fault. Try again; if it happens again, tell whoever runs this server.',
}

const tooBusy: Problem = {
  type: 'too-busy',
  title: 'The server is full, or restarting',
  status: 503,
  detail: 'Nothing is lost. Try again in a moment.',
}

const storeFails: Problem = {
  type: 'store-fails',
  title: 'The server can’t store anything right now',
  status: 503,
  detail: 'What you wrote stays in this browser until it can. Try again in a moment; whoever runs this server is told.',
}

const boardDamaged: Problem = {
  type: 'board-damaged',
  title: 'This review can’t be opened',
  status: 500,
  detail:
    'What the server has stored of it is damaged. Nothing was deleted: tell whoever runs this server, whose log says what to do.',
}
