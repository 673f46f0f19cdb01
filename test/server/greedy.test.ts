import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { roomLimits } from '../../server/limits.ts'
import { bytes, info, kinds, times } from '../support/by-hand.ts'
import type { Pipe } from '../support/pipe.ts'
import { aReview } from '../support/review.ts'

const { answerRestMs, presenceTickMs, clientsPerConnection } = roomLimits

/** Says something over and over in one go, and lets all of it happen. */
function repeat(count: number, say: () => void): void {
  for (let n = 0; n < count; n++) say()
}

/** An update that builds on what nobody has. */
const early = (n: number) => bytes(1, 1, 4242, 5 + n, info(kinds.string), 1, 'incident', 'x', 0)

describe('a connection that asks over and over', () => {
  it.each([
    ['what it lacks', 'step-2', (pipe: Pipe) => pipe.say({ type: 'step-1', stateVector: bytes(1, 7, 1) })],
    ['who is here', 'awareness', (pipe: Pipe) => pipe.say({ type: 'query-awareness' })],
  ] as const)('[ROOM18] is answered at once, and then once after each rest: %s', async (_what, answer, ask) => {
    const review = await aReview()
    const [olga] = [await review.join('olga'), await review.join('ana')]
    await review.pass(answerRestMs)
    const before = olga.count(answer)
    repeat(1000, () => ask(olga))
    await review.turn()
    expect(olga.count(answer) - before).toBe(1)
    await review.pass(answerRestMs)
    expect(olga.count(answer) - before).toBe(2)
    await review.pass(answerRestMs)
    expect(olga.count(answer) - before).toBe(2)
  })

  it('[ROOM18] has what it set aside looked at again once after each rest', async () => {
    const review = await aReview()
    const ben = await review.connect('ben')
    repeat(1000, () => ben.say({ type: 'update', update: early(0) }))
    repeat(1000, () => ben.say({ type: 'step-2', update: new Uint8Array([0, 0]) }))
    ben.deliver()
    await new Promise(setImmediate)
    ben.hear()
    expect(ben.count('step-1')).toBe(3) // on joining, about the gap, and after the first step 2
    expect(ben.closed).toBeUndefined()
  })

  it.each([
    ['claims two thousand million entries', bytes(2 ** 31)],
    [
      'has more entries than a board ever sees',
      bytes(
        100_001,
        times(100_001, (n) => [n, 1]),
      ),
    ],
    ['goes on after its end', bytes(1, 7, 1, 7)],
    ['ends early', bytes(2, 7, 1)],
  ])('[ROOM9] is closed where its state vector %s', async (_what, stateVector) => {
    const review = await aReview()
    const olga = await review.join('olga')
    olga.say({ type: 'step-1', stateVector })
    await review.turn()
    expect(olga.closed).toEqual({ code: 4403, reason: 'malformed' })
  })

  it('[ROOM9] is answered where its state vector names clocks that nobody reached', async () => {
    const review = await aReview()
    const olga = await review.join('olga')
    const known = [...Y.decodeStateVector(Y.encodeStateVector(olga.doc)).keys()]
    await review.pass(answerRestMs)
    const before = olga.count('step-2')
    olga.say({ type: 'step-1', stateVector: bytes(known.length, ...known.flatMap((client) => [client, 2 ** 52])) })
    await review.turn()
    expect([olga.closed, olga.count('step-2') - before]).toEqual([undefined, 1])
  })
})

describe('presence that is too much', () => {
  const shown = async (say: (ana: Pipe) => void) => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    say(ana)
    await review.turn()
    await review.pass(presenceTickMs)
    return { ana, states: [...ben.presence()].filter(([, state]) => JSON.stringify(state).includes('"person":"ana"')) }
  }
  const state = (text: string) => ({ type: 'awareness', update: bytes(1, 42, 1, text) }) as const

  it('[PRESENCE9] is passed over: client ids beyond a few, though they are one’s own', async () => {
    const { ana, states } = await shown((pipe) => {
      const clients = times(30, (n) => [1, 500 + n, 0, 0, 1])
      pipe.say({ type: 'update', update: bytes(30, clients, 0) })
      for (let n = 0; n < 30; n++) pipe.sayPresence({ at: 'lessons' }, { client: 500 + n })
    })
    expect([ana.closed, states.length]).toEqual([undefined, clientsPerConnection])
  })

  it.each([
    ['long', JSON.stringify({ at: 'lessons', user: { picture: 'x'.repeat(20_000) } })],
    ['deep', '['.repeat(10_000) + ']'.repeat(10_000)],
  ])('[PRESENCE9] is not looked into: a state more %s than anybody has', async (_what, text) => {
    const { ana, states } = await shown((pipe) => pipe.say(state(text)))
    expect([ana.closed, states]).toEqual([undefined, [[42, { person: 'ana' }]]])
  })

  it('[PRESENCE9] is refused: a message with more states than a board has connections', async () => {
    const states = times(10_001, (n) => [n, 1, '{}'])
    const { ana } = await shown((pipe) => pipe.say({ type: 'awareness', update: bytes(10_001, states) }))
    expect(ana.closed).toEqual({ code: 4403, reason: 'malformed' })
  })

  it('[PRESENCE9] is shown under a clock of the server’s, whatever clock was said', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    ana.sayPresence({ at: 'lessons' }, { client: 42, clock: Number.MAX_SAFE_INTEGER })
    await review.turn()
    await review.pass(presenceTickMs)
    const [entry] = ben.presenceEntries().filter(({ client }) => client === 42)
    expect(entry?.clock).toBeLessThanOrEqual(review.clock.now())
  })
})
