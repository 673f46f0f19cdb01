import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problem } from '../../shared/api/boards.ts'

/** A request that is answered with a problem; the one place that makes responses of them is `answerProblems`. */
export class RequestProblem extends HTTPException {
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>

  constructor(problem: Problem & { readonly status: ContentfulStatusCode }, headers: Record<string, string> = {}) {
    super(problem.status, { message: problem.type })
    this.problem = problem
    this.headers = headers
  }
}

type FieldErrors = NonNullable<Problem['errors']>

export const invalid = (detail: string, errors: FieldErrors = []) =>
  new RequestProblem({
    type: 'invalid',
    title: 'Something is missing or wrong',
    status: 400,
    detail,
    ...(errors.length > 0 && { errors }),
  })

export const invalidField = (path: string, message: string) =>
  invalid(`${path} wants ${message}.`, [{ path, message: `wants ${message}` }])

export const noIdentity = () =>
  new RequestProblem({
    type: 'no-identity',
    title: 'We don’t know who you are',
    status: 401,
    detail: 'Open the link you were invited with, or start a review of your own.',
  })

export const noEventToken = () =>
  new RequestProblem(
    {
      type: 'no-event-token',
      title: 'This needs the token of the board',
      status: 401,
      detail:
        'Send it as Authorization: Bearer <token>. A facilitator makes one in the board’s menu, under Send events by HTTP; ' +
        'one that was replaced or revoked works no more.',
    },
    { 'WWW-Authenticate': 'Bearer realm="Hindsight"' },
  )

export const notAllowed = (type: string, title: string, detail: string, epoch?: string) =>
  new RequestProblem({ type, title, status: 403, detail, ...(epoch !== undefined && { epoch }) })

export const inviteExpired = () =>
  notAllowed(
    'invite-expired',
    'This link does not work any more',
    'It has expired, or part of it was lost on the way. Ask a facilitator of the review for a new one.',
  )

export const removedFromBoard = (epoch?: string) =>
  notAllowed(
    'removed',
    'You were removed from this review',
    'If that was a mistake, ask a facilitator for a new link.',
    epoch,
  )

export const notAMember = (epoch?: string) =>
  notAllowed(
    'not-a-member',
    'You are not on this review',
    'Join it with the link you were invited with, or ask a facilitator for one.',
    epoch,
  )

export const notAFacilitator = (detail: string) =>
  notAllowed('not-a-facilitator', 'Only a facilitator can do this', detail)

export const notForThisBoard = () =>
  notAllowed(
    'not-for-this-board',
    'This token is of another board',
    'Each board has its own. Check the address, or send the token that was made on this board.',
  )

export const noSuchBoard = (epoch?: string) =>
  new RequestProblem({
    type: 'no-such-board',
    title: 'There is no such review',
    status: 404,
    detail: 'It was deleted, or its address is not complete. Ask whoever sent you the link.',
    ...(epoch !== undefined && { epoch }),
  })

export const noSuchAddress = () =>
  new RequestProblem({
    type: 'not-found',
    title: 'There is nothing here',
    status: 404,
    detail: 'Check the address. What this server answers to is listed at /api/openapi.json.',
  })

export const notJson = () =>
  new RequestProblem({
    type: 'not-json',
    title: 'The request is not JSON',
    status: 415,
    detail: 'Send the body as JSON, with the header Content-Type: application/json.',
  })

export const tooLarge = (headers: Record<string, string> = {}) =>
  new RequestProblem(
    {
      type: 'too-large',
      title: 'That is too much at once',
      status: 413,
      detail: 'A request may hold 1 MiB. Send less, and add the rest on the board.',
    },
    headers,
  )

export const tooManyAtOnce = (what: string) =>
  new RequestProblem(
    {
      type: 'too-many-requests',
      title: 'That is a lot at the same time',
      status: 429,
      detail: `${what} Try again in a moment.`,
    },
    { 'Retry-After': '5', Connection: 'close' },
  )

export const tooManyPeople = (most: number) =>
  new RequestProblem({
    type: 'too-many-people',
    title: 'This review has no room for more people',
    status: 409,
    detail: `${most} people have been on it. Ask a facilitator to share the screen, or the report afterwards.`,
  })

export const tooManyBoards = (most: number) =>
  new RequestProblem({
    type: 'too-many-boards',
    title: 'You lead too many reviews',
    status: 409,
    detail: `You can lead ${most} reviews. Delete one that you no longer need, then start this one.`,
  })

export const tooManyRequests = (seconds: number) =>
  new RequestProblem(
    {
      type: 'too-many-requests',
      title: 'That was a bit fast',
      status: 429,
      detail: `Too many requests in a short time. Try again in ${seconds} s.`,
    },
    { 'Retry-After': String(seconds) },
  )
