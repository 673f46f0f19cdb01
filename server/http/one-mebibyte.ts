import type { MiddlewareHandler } from 'hono'
import { tooLarge } from './problem.ts'

const mebibyte = 1024 * 1024

/** What is read of a body that is too large, and thrown away, so that its connection can be used again. */
const mostDrained = 16 * mebibyte

/**
 * A body may hold 1 MiB.
 *
 * @remarks
 * What says its length is refused before anybody asks for the body, and the server behind drains it. What does not say
 * it is read to its end, or cut: a connection with the rest of a body in it takes the next request for that. [OUT6]
 */
export const oneMebibyte: MiddlewareHandler = async (c, next) => {
  const length = c.req.header('Content-Length')
  if (Number(length ?? 0) > mebibyte) throw tooLarge()
  if (length !== undefined) return next() // a body that was asked for, and not read, is never drained
  const { body } = c.req.raw
  if (body === null) return next()

  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const part of body) {
    size += part.byteLength
    if (size <= mebibyte) parts.push(part)
    if (size > mostDrained) throw tooLarge({ Connection: 'close' })
  }
  if (size > mebibyte) throw tooLarge()
  c.req.raw = new Request(c.req.raw, { body: new Blob(parts) })
  return next()
}
