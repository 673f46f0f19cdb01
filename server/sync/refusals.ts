import type { Problem } from '../../shared/api/boards.ts'

/** Why an upgrade is not made a WebSocket, in words. */

export const noSuchAddress: Problem = {
  type: 'not-found',
  title: 'There is nothing here',
  status: 404,
  detail: 'Boards are at /sync/ and the id of the board.',
}

export const foreignOrigin: Problem = {
  type: 'foreign-origin',
  title: 'This came from another site',
  status: 403,
  detail: 'Boards open from Hindsight’s own pages only.',
}

export const stopping: Problem = {
  type: 'stopping',
  title: 'The server is restarting',
  status: 503,
  detail: 'Nothing is lost. Try again in a moment.',
}

export const full: Problem = {
  type: 'too-busy',
  title: 'The server is full',
  status: 503,
  detail: 'Nothing is lost. Try again in a moment.',
}

export const tooOften: Problem = {
  type: 'too-many-requests',
  title: 'That was a bit fast',
  status: 429,
  detail: 'Too many connections in a short time. Try again in 10 s.',
}

export const noWebSocket: Problem = {
  type: 'no-websocket',
  title: 'This is not a WebSocket',
  status: 400,
  detail: 'Boards are spoken to by WebSocket, version 13.',
}
