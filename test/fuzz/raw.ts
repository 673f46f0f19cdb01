import { once } from 'node:events'
import { connect } from 'node:net'
import * as fc from 'fast-check'
import type { Findings } from './fuzz-messages.ts'
import { checked } from './fuzz-requests.ts'
import { orHung } from './patience.ts'
import { Tally } from './tally.ts'
import type { Target } from './target.ts'

/** Bytes for a bare TCP connection: HTTP that is spoilt, or a WebSocket whose frames are. */
interface Raw {
  readonly sort: 'http' | 'frames'
  readonly request: number
  readonly frames: readonly {
    readonly opcode: number
    readonly flags: number
    readonly length: number
    readonly payload: Uint8Array
    readonly isMasked: boolean
    readonly lie: boolean
  }[]
  readonly spoil: readonly { readonly at: number; readonly bytes: Uint8Array; readonly drop: number }[]
}

const aRaw: fc.Arbitrary<Raw> = fc.record({
  sort: fc.constantFrom('http', 'frames'),
  request: fc.nat(99),
  frames: fc.array(
    fc.record({
      opcode: fc.nat(15),
      flags: fc.nat(15),
      length: fc.oneof(fc.nat(125), fc.constantFrom(126, 127)),
      payload: fc.uint8Array({ maxLength: 130 }),
      isMasked: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
      lie: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  spoil: fc.array(fc.record({ at: fc.nat(9999), bytes: fc.uint8Array({ maxLength: 6 }), drop: fc.nat(4) }), {
    maxLength: 3,
  }),
})

/** Opens `count` connections, a few at a time, says something on each, and hangs up. */
export async function fuzzRaw(target: Target, count: number, seed: number): Promise<Findings> {
  const answers = new Tally()
  const wrong: string[] = []
  const all = fc.sample(aRaw, { seed, numRuns: count })
  let next = 0
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      for (let index = next++; index < all.length; index = next++) {
        const { answer, complaint } = await orHung(say(target, all[index]!), { answer: 'hung', complaint: 'no answer' })
        answers.count(answer)
        if (complaint !== undefined) wrong.push(`${complaint} (seed ${seed}, connection ${index})`)
      }
    }),
  )
  return { said: answers.all, answers, wrong }
}

async function say(
  target: Target,
  raw: Raw,
): Promise<{ readonly answer: string; readonly complaint?: string | undefined }> {
  const stream = connect({ host: '127.0.0.1', port: target.port, localAddress: `127.0.200.${1 + (raw.request % 100)}` })
  const heard: Buffer[] = []
  stream.on('data', (chunk) => heard.push(chunk))
  stream.on('error', () => {}) // always followed by 'close'
  await once(stream, 'connect')
  const closed = once(stream, 'close')
  stream.end(
    raw.sort === 'http'
      ? spoiltText(httpOf(target, raw.request), raw)
      : Buffer.concat([upgradeOf(target), ...raw.frames.map(frameBytes)]),
  )
  await closed
  const bytes = Buffer.concat(heard)
  return raw.sort === 'http' ? judgedHttp(bytes) : judgedFrames(bytes)
}

function httpOf({ board, people }: Target, which: number): Buffer {
  const body = '{"title":"Deploys","name":"Fay"}'
  const lines = [
    `POST /api/boards HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    `POST /api/boards HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n20\r\n${body}\r\n0\r\n\r\n`,
    `GET /api/boards/${board.id} HTTP/1.1\r\nHost: localhost\r\nCookie: ${people[0]?.cookie}\r\nConnection: close\r\n\r\n`,
    `GET /sync/${board.id} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    'GET / HTTP/1.0\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    'CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'TRACE /api/time HTTP/1.1\r\nHost: [::1\r\nConnection: close\r\n\r\n',
  ]
  return Buffer.from(lines[which % lines.length]!)
}

function spoiltText(bytes: Buffer, { spoil }: Raw): Buffer {
  return spoil.reduce((text, { at, bytes: more, drop }) => {
    const place = at % text.length
    return Buffer.concat([
      text.subarray(0, place),
      more,
      text.subarray(place + drop),
      Buffer.alloc(text.length <= drop ? 1 : 0),
    ])
  }, bytes)
}

function upgradeOf({ board, people }: Target): Buffer {
  return Buffer.from(
    `GET /sync/${board.id} HTTP/1.1\r\nHost: localhost\r\nCookie: ${people[1]?.cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
  )
}

/** A frame as no library would send it: any opcode and flags, with a length that may be a lie. */
function frameBytes({ opcode, flags, length, payload, isMasked, lie }: Raw['frames'][number]): Buffer {
  const told = lie ? length : Math.min(payload.length, 125)
  const long = told === 126 ? [0xff, 0xff] : told === 127 ? [0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff] : []
  return Buffer.from([
    (flags << 4) | opcode,
    (isMasked ? 0x80 : 0) | told,
    ...long,
    ...(isMasked ? [0, 0, 0, 0] : []),
    ...payload.subarray(0, 125),
  ])
}

function judgedHttp(bytes: Buffer) {
  const text = bytes.toString()
  if (text === '') return { answer: 'cut' }
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0)
  if (status === 101) return { answer: '101' }
  const contentType = /^content-type: *(.*)$/im.exec(head)?.[1] ?? ''
  const isPage = status < 400 && /^text\/html/.test(contentType)
  if (isPage || status === 417 || status === 100) return { answer: `http ${status}` }
  const body = bodyIn(head, rest.join('\r\n\r\n'))
  if (body === undefined) return { answer: `http ${status} cut` }
  const { type, wrong } = checked(status, contentType, body)
  return {
    answer: `http ${status} ${type}`,
    complaint: wrong === undefined ? undefined : `${wrong}: ${text.slice(0, 300)}`,
  }
}

/** The body of an answer; nothing where the connection ended before it did. */
function bodyIn(head: string, rest: string): string | undefined {
  const length = /^content-length: *(\d+)/im.exec(head)?.[1]
  if (length !== undefined) return Buffer.byteLength(rest) < Number(length) ? undefined : rest.slice(0, Number(length))
  return /^[0-9a-f]+\r\n([\s\S]*?)\r\n0\r\n/i.exec(rest)?.[1]
}

/** Ends of the protocol itself, or of the contract. */
const fitting = [1000, 1001, 1002, 1003, 1005, 1007, 1008, 1009, 1011, 4403, 4413]

function judgedFrames(bytes: Buffer) {
  const start = bytes.indexOf('\r\n\r\n') + 4
  if (!bytes.toString('latin1').startsWith('HTTP/1.1 101')) return judgedHttp(bytes)
  const code = closeCodeIn(bytes.subarray(start))
  if (code === undefined) return { answer: 'socket without goodbye' }
  return { answer: `socket ${code}`, complaint: fitting.includes(code) || code >= 3000 ? undefined : `socket ${code}` }
}

function closeCodeIn(bytes: Buffer): number | undefined {
  for (let at = 0; at + 2 <= bytes.length; ) {
    const [first = 0, second = 0] = bytes.subarray(at, at + 2)
    const short = second & 0x7f
    const head = short === 127 ? 10 : short === 126 ? 4 : 2
    if (at + head > bytes.length) return undefined
    const length =
      short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short === 126 ? bytes.readUInt16BE(at + 2) : short
    if ((first & 0x0f) === 8) return length >= 2 ? bytes.readUInt16BE(at + head) : 1005
    at += head + length
  }
  return undefined
}
