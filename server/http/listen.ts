import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { App } from './app.ts'

/** The app behind a server of Node's own, which does not listen yet. */
export function httpServer(app: App): Server {
  const answer = getRequestListener(app.fetch)
  return createServer((request, response) => {
    void answer(request, response)
  })
}
