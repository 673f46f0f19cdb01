import * as fc from 'fast-check'
import { upgradeRequest } from '../support/raw-socket.ts'
import type { Target } from './target.ts'

/** Bytes for a bare TCP connection: HTTP that is spoilt, or a WebSocket whose frames are. */
export interface Raw {
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

export const aRaw: fc.Arbitrary<Raw> = fc.record({
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

/** All that is said on the connection. */
export function bytesOf(raw: Raw, target: Target): Buffer {
  if (raw.sort === 'http') return spoiltText(httpOf(target, raw.request), raw)
  const { board, people } = target
  const upgrade = upgradeRequest({ room: board.id, cookie: people[1]?.cookie ?? '' })
  return Buffer.concat([Buffer.from(upgrade), ...raw.frames.map(frameBytes)])
}

function httpOf({ board, people }: Target, which: number): Buffer {
  const body = '{"title":"Deploys","name":"Fay"}'
  const lines = [
    `POST /api/boards HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    `POST /api/boards HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n20\r\n${body}\r\n0\r\n\r\n`,
    `GET /api/boards/${board.id} HTTP/1.1\r\nHost: localhost\r\nCookie: ${people[0]?.cookie}\r\nConnection: close\r\n\r\n`,
    upgradeRequest({ room: board.id }),
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
