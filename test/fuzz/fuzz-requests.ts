import { Agent, type RequestOptions, request } from 'node:http'
import * as fc from 'fast-check'
import { type Answer, checked } from './answers.ts'
import { coresOf } from './cores.ts'
import { fewAtATime } from './few-at-a-time.ts'
import type { Findings } from './fuzz-messages.ts'
import { orHung } from './patience.ts'
import { aRequest, bytesOf, type Request } from './requests.ts'
import { Tally } from './tally.ts'
import type { Target } from './target.ts'

/**
 * Requests are limited by address, so that each of them would be answered 429: they come from many addresses of this
 * machine, as they would from many people.
 */
const addresses = Array.from({ length: 200 }, (_, n) => `127.0.${1 + (n % 100)}.${1 + Math.floor(n / 100)}`)

/** Sends `count` requests, a few at a time. */
export async function fuzzRequests(target: Target, count: number, seed: number): Promise<Findings> {
  const answers = new Tally()
  const wrong: string[] = []
  const requests = fc.sample(aRequest, { seed, numRuns: count })
  const agents = addresses.map((localAddress) => new Agent({ keepAlive: true, maxSockets: 2, localAddress }))
  await fewAtATime(requests, async (made, index) => {
    const answer = await orHung(send(target, made, agents[index % agents.length]!), noAnswer)
    answers.count(`${answer.status} ${answer.type}`)
    if (answer.wrong !== undefined) wrong.push(`${answer.wrong} (seed ${seed}, request ${index})`)
  })
  for (const agent of agents) agent.destroy()
  return { said: answers.all, answers, wrong }
}

const noAnswer: Answer = { status: 0, type: 'no answer', wrong: 'no answer' }

async function send(target: Target, made: Request, agent: Agent): Promise<Answer> {
  const cores = coresOf(target, made.person)
  const core = cores[made.route % cores.length]!
  const body = bytesOf(core.body, made)
  const headers = {
    ...core.headers,
    ...(body !== undefined && { 'Content-Length': String(body.byteLength) }),
    ...(made.contentType !== undefined && body !== undefined && { 'Content-Type': made.contentType }),
  }
  const path = `${core.path}${encodeURI(made.path).replaceAll('%25', '%')}`
  return exchange({ host: '127.0.0.1', port: target.port, method: core.method, path, headers, agent }, body)
}

function exchange(options: RequestOptions, body: Buffer | undefined): Promise<Answer> {
  return new Promise((resolve) => {
    const cut = (error: Error) =>
      resolve({ status: 0, type: 'cut', wrong: `${options.method} ${options.path}: ${error}` })
    const sent = request(options, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', cut)
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve(checked(incoming.statusCode ?? 0, incoming.headers['content-type'] ?? '', text))
      })
    })
    // A connection that was idle may be closed just as it is used again: any client asks once more then.
    sent.on('error', (error) => (sent.reusedSocket ? resolve(exchange(options, body)) : cut(error)))
    sent.end(body)
  })
}
