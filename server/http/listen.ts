import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Problem } from '../../shared/api/boards.ts'
import { answerBare } from '../bare-answer.ts'
import { ourFault, problemResponse } from './answer-problems.ts'
import type { App } from './app.ts'
import { boundConnections } from './bound-connections.ts'
import type { HttpLimits } from './limits.ts'

/**
 * The app behind a server of Node's own, which does not listen yet.
 *
 * `headers` go with every answer that says nothing else there, also with what never reaches the app.
 */
export function httpServer(app: App, headers: Readonly<Record<string, string>>, limits: HttpLimits): Server {
  const answer = getRequestListener(app.fetch, {
    errorHandler: (error) => problemResponse(error instanceof RequestError ? notHttp : ourFault),
  })
  const options = {
    requireHostHeader: false,
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keptMs,
    connectionsCheckingInterval: limits.lookMs,
  }
  const server = createServer(options, (request, response) => {
    dress(response)
    void answer(request, response)
  })
  server.on('checkExpectation', (_request, response: ServerResponse) => {
    dress(response)
    response.writeHead(417).end()
  })
  server.on('clientError', (error: NodeJS.ErrnoException, stream: Duplex) => {
    if (error.code === 'ECONNRESET' || !stream.writable) stream.destroy()
    else answerBare(stream, problems[error.code ?? ''] ?? notHttp, headers)
  })
  server.setTimeout(limits.stillMs)
  boundConnections(server, limits)
  return server

  function dress(response: ServerResponse): void {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  }
}

const notHttp: Problem = {
  type: 'not-http',
  title: 'This is not HTTP',
  status: 400,
  detail: 'The request could not be read.',
}

const problems: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: {
    type: 'headers-too-large',
    title: 'The headers are too large',
    status: 431,
    detail: 'Delete the cookies of this site, and try again.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    type: 'too-slow',
    title: 'The request took too long',
    status: 408,
    detail: 'Send it again, in one go.',
  },
}
