import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { etag } from 'hono/etag'

const forever = 'public, max-age=31536000, immutable'
const askEachTime = 'no-cache'

/** The built client: its files, and its one page for every address a person may open; that of a board loads more at once. */
export function pages(clientDir: string) {
  const show = (file: string, status: 200 | 404 = 200) => {
    const page = readFileSync(join(clientDir, file), 'utf8')
    return (c: Context) => c.html(page, status, { 'Cache-Control': askEachTime })
  }
  const notFound = show('index.html', 404)
  const routes = new Hono()
  routes.use(etag())
  routes.get('/', show('index.html'))
  routes.get('/index.html', show('index.html'))
  routes.get('/b/*', show('board.html'))
  routes.get('*', caching, serveStatic({ root: clientDir, precompressed: true }))
  // A person who mistyped sees our own "nothing here"; a program gets the problem.
  routes.get('*', (c, next) => (c.req.header('Accept')?.includes('text/html') ? notFound(c) : next()))
  return routes
}

/** What is in `assets` has its content in its name. A file that is missing may come with the next build. */
const caching: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.ok) c.header('Cache-Control', c.req.path.startsWith('/assets/') ? forever : askEachTime)
}
