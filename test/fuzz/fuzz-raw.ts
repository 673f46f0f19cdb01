import { once } from 'node:events'
import { connect } from 'node:net'
import * as fc from 'fast-check'
import { checked } from './answers.ts'
import { fewAtATime } from './few-at-a-time.ts'
import type { Findings } from './fuzz-messages.ts'
import { orHung } from './patience.ts'
import { aRaw, bytesOf, type Raw } from './raw.ts'
import { Tally } from './tally.ts'
import type { Target } from './target.ts'

/** Opens `count` connections, a few at a time, says something on each, and hangs up. */
export async function fuzzRaw(target: Target, count: number, seed: number): Promise<Findings> {
  const answers = new Tally()
  const wrong: string[] = []
  const all = fc.sample(aRaw, { seed, numRuns: count })
  await fewAtATime(all, async (raw, index) => {
    const { answer, complaint } = await orHung(say(target, raw), { answer: 'hung', complaint: 'no answer' })
    answers.count(answer)
    if (complaint !== undefined) wrong.push(`${complaint} (seed ${seed}, connection ${index})`)
  })
  return { said: answers.all, answers, wrong }
}

interface Judged {
  readonly answer: string
  readonly complaint?: string | undefined
}

async function say(target: Target, raw: Raw): Promise<Judged> {
  const stream = connect({ host: '127.0.0.1', port: target.port, localAddress: `127.0.200.${1 + (raw.request % 100)}` })
  const heard: Buffer[] = []
  stream.on('data', (chunk) => heard.push(chunk))
  stream.on('error', () => {}) // always followed by 'close'
  await once(stream, 'connect')
  const closed = once(stream, 'close')
  stream.end(bytesOf(raw, target))
  await closed
  const bytes = Buffer.concat(heard)
  return raw.sort === 'http' ? judgedHttp(bytes) : judgedFrames(bytes)
}

function judgedHttp(bytes: Buffer): Judged {
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

function judgedFrames(bytes: Buffer): Judged {
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
