import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Problem } from '../../shared/api/boards.ts'
import { BoardEnded } from '../rooms/live.ts'
import { TooManyBoards } from '../rooms/registry.ts'
import { BoardGone } from '../store/port.ts'
import type { HttpLog } from './ports.ts'
import { invalid, noSuchBoard, RequestProblem } from './problem.ts'

/** Whatever was thrown, as a response: the one place where that happens. */
export function answerProblems(log: HttpLog) {
  return (error: Error, c: Context): Response => {
    if (error instanceof RequestProblem) return problemResponse(error.problem, error.headers)
    if (error instanceof BoardGone) return problemResponse(noSuchBoard().problem)
    if (error instanceof TooManyBoards || error instanceof BoardEnded)
      return problemResponse(tooBusy, { 'Retry-After': '10' })
    if (error instanceof HTTPException && error.status === 400) return problemResponse(malformed)
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

/** Hono's own complaint, about a body that does not parse. */
const malformed = invalid('The body is not valid JSON. Check its quotes, commas and brackets.').problem

const ourFault: Problem = {
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
