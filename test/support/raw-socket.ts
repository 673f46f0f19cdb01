import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { decodeFrame, encodeFrame, type Frame } from '../../shared/protocol/frames.ts'

/** How a socket ended: by a close frame, or without one. */
export interface RawEnd {
  readonly code: number | 'cut'
  readonly reason: string
}

/** A WebSocket by hand, over plain TCP: it can stop reading, say anything, and leave a message unfinished. */
export interface RawSocket {
  readonly stream: Socket
  /** What the server sent, while it was read. */
  readonly heard: readonly Frame[]
  readonly ended: Promise<RawEnd>
  say(frame: Frame): void
  /** Resolves once something was heard that makes this true. */
  hears(isSo: (heard: readonly Frame[]) => boolean): Promise<void>
  /** Reads nothing any more: what the server sends stays on its side. */
  stopReading(): void
  readOn(): void
  cut(): void
}

export interface RawOptions {
  readonly port: number
  /** `<board>` or `<board>/desk`. */
  readonly room: string
  readonly cookie?: string
}

/** Resolves once the server has taken the upgrade; rejects with its status line where it has not. */
export async function openRawSocket(options: RawOptions): Promise<RawSocket> {
  const stream = connect(options.port, '127.0.0.1')
  await once(stream, 'connect')
  stream.setNoDelay(true)
  stream.write(upgradeRequest(options))
  const reader = new Reader(stream)
  await reader.upgraded
  return {
    stream,
    heard: reader.heard,
    ended: reader.ended,
    say: (frame) => void stream.write(masked(encodeFrame(frame))),
    hears: (isSo) => reader.until(isSo),
    stopReading: () => void stream.pause(),
    readOn: () => void stream.resume(),
    cut: () => void stream.destroy(),
  }
}

export function upgradeRequest({ room, cookie }: Pick<RawOptions, 'room' | 'cookie'>): string {
  return [
    `GET /sync/${room} HTTP/1.1`,
    'Host: localhost',
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n')
}

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** One WebSocket frame as a client sends it; masked with zeros, which leave it as it is. */
export function masked(payload: Uint8Array, opcode: number = opcodes.binary, isLast = true): Buffer {
  return Buffer.concat([head(payload.byteLength, opcode, isLast), payload])
}

/** The head alone, of a frame whose payload may never come. */
export function head(length: number, opcode: number = opcodes.binary, isLast = true): Buffer {
  const first = (isLast ? 0x80 : 0) | opcode
  if (length < 126) return Buffer.from([first, 0x80 | length, 0, 0, 0, 0])
  const long = length > 0xffff
  const bytes = Buffer.alloc(long ? 14 : 8)
  bytes[0] = first
  bytes[1] = 0x80 | (long ? 127 : 126)
  if (long) bytes.writeBigUInt64BE(BigInt(length), 2)
  else bytes.writeUInt16BE(length, 2)
  return bytes
}

/** Takes the server's bytes apart: the answer to the upgrade, then frames. */
class Reader {
  readonly heard: Frame[] = []
  readonly upgraded: Promise<void>
  readonly ended: Promise<RawEnd>
  readonly #waiting = new Set<() => void>()
  #bytes: Buffer = Buffer.alloc(0)
  #isUpgraded = false
  #end: RawEnd = { code: 'cut', reason: '' }
  #taken: () => void = () => {}
  #turnedAway: (error: Error) => void = () => {}

  constructor(stream: Socket) {
    this.upgraded = new Promise((resolve, reject) => {
      this.#taken = resolve
      this.#turnedAway = reject
    })
    this.ended = new Promise((resolve) => {
      stream.on('error', () => {}) // always followed by 'close'
      stream.on('close', () => {
        this.#turnedAway(new Error('cut before the upgrade'))
        resolve(this.#end)
      })
    })
    stream.on('data', (chunk) => {
      this.#bytes = this.#bytes.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#bytes, Buffer.from(chunk)])
      if (!this.#isUpgraded && !this.#readAnswer()) return
      while (this.#readFrame(stream));
      for (const look of this.#waiting) look()
    })
  }

  until(isSo: (heard: readonly Frame[]) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo(this.heard)) return
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }

  #readAnswer(): boolean {
    const end = this.#bytes.indexOf('\r\n\r\n')
    if (end < 0) return false
    const status = this.#bytes.subarray(0, this.#bytes.indexOf('\r\n')).toString()
    this.#bytes = this.#bytes.subarray(end + 4)
    this.#isUpgraded = status.includes(' 101 ')
    if (this.#isUpgraded) this.#taken()
    else this.#turnedAway(new Error(status))
    return this.#isUpgraded
  }

  #readFrame(stream: Socket): boolean {
    const bytes = this.#bytes
    if (bytes.length < 2) return false
    const short = bytes.readUInt8(1) & 0x7f
    const start = short === 127 ? 10 : short === 126 ? 4 : 2
    if (bytes.length < start) return false
    const length = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short
    if (bytes.length < start + length) return false
    const payload = bytes.subarray(start, start + length)
    this.#bytes = bytes.subarray(start + length)
    const opcode = bytes.readUInt8(0) & 0x0f
    if (opcode === opcodes.ping) stream.write(masked(payload, opcodes.pong))
    if (opcode === opcodes.close) {
      this.#end = { code: payload.readUInt16BE(0), reason: payload.subarray(2).toString() }
      stream.end(masked(payload, opcodes.close))
    }
    const frame = opcode === opcodes.binary ? decodeFrame(new Uint8Array(payload)) : undefined
    if (frame) this.heard.push(frame)
    return true
  }
}
