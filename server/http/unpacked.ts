import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { invalid, RequestProblem } from './problem.ts'

const unzip = promisify(gunzip)

/** Takes a body that comes packed as gzip, if no more than so many bytes come out of it. */
export function unpacked(most: number): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.header('Content-Encoding')?.toLowerCase() === 'gzip') {
      const packed = await c.req.raw.arrayBuffer()
      const body = await unzip(packed, { maxOutputLength: most }).catch((error: unknown) => {
        const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
        throw isTooLarge ? tooLargeUnpacked(most) : invalid('The body says that it is gzip, and can’t be unpacked.')
      })
      const headers = new Headers(c.req.raw.headers)
      headers.delete('Content-Encoding')
      headers.delete('Content-Length')
      c.req.raw = new Request(c.req.url, { method: c.req.method, headers, body: new Uint8Array(body) })
    }
    await next()
  }
}

const tooLargeUnpacked = (most: number) =>
  new RequestProblem({
    type: 'too-large',
    title: 'That is too much at once',
    status: 413,
    detail: `Unpacked, it may hold ${most / 1024 / 1024} MiB. Nothing of it was taken.`,
  })
