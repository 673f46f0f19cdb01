import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server with builds of a page of next to nothing, and our own service worker. */
export interface Builds {
  readonly url: string
  /** The page of one build, and the worker of that or of another one. Both files of other builds are gone. */
  deploy(page: number, worker?: number): void
  /** Answers everything with this status; null: answers again. */
  answerOnly(status: number | null): void
  close(): Promise<void>
}

const worker = readFileSync(new URL('../../client/offline/sw.js', import.meta.url), 'utf8')

export async function serveBuilds(): Promise<Builds> {
  let files: Readonly<Record<string, string>> = {}
  let only: number | null = null
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const body = files[path.startsWith('/b/') ? '/' : path]
    const status = only ?? (body === undefined ? 404 : 200)
    response.writeHead(status, { 'content-type': path.endsWith('.js') ? 'text/javascript' : 'text/html' })
    response.end(status === 200 ? body : 'no')
  })
  server.listen(0)
  await once(server, 'listening')
  const { port }: Pick<AddressInfo, 'port'> = portOf(server.address())
  return {
    url: `http://localhost:${port}`,
    deploy: (page, workers = page) => {
      const entry = (build: number) => `assets/index-${build}.js`
      const listed = ['/', `/${entry(workers)}`, `/assets/part-${workers}.js`, '/theme.js']
      const build = { version: String(workers), entry: entry(workers), files: listed }
      files = {
        '/': `<title>build ${page}</title><script src="/theme.js"></script><script type="module" src="/${entry(page)}"></script>`,
        [`/${entry(page)}`]: `navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })`,
        [`/assets/part-${page}.js`]: `export const build = ${page}`,
        '/theme.js': `document.documentElement.dataset.theme = 'of build ${page}'`,
        '/api/time': '{"now":1}',
        '/sw.js': `const build = ${JSON.stringify(build)}\n${worker}`,
      }
    },
    answerOnly: (status) => {
      only = status
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function portOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('it does not listen on a port')
  return address
}
