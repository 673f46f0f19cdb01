import * as fc from 'fast-check'
import * as Y from 'yjs'
import { decodeFrame, encodeFrame } from '../../shared/protocol/frames.ts'
import { Assailant } from '../attack/assailant.ts'
import type { PlainPerson } from '../support/world.ts'
import { aMessage, type Message, type Speaker, wordsOf } from './messages.ts'
import { orHung } from './patience.ts'
import { Tally } from './tally.ts'
import type { Target } from './target.ts'

const nothing = encodeFrame({ type: 'update', update: new Uint8Array([0, 0]) })

/** Ends that a spoilt message may bring about; anything else means that something of ours broke. */
const fitting = /^(taken|set aside|4403 |4413 too-large|4500 too-much-waiting)/

export interface Findings {
  readonly said: number
  readonly answers: Tally
  /** Ends that do not fit, each with the seed and the number of its message. */
  readonly wrong: readonly string[]
}

/**
 * Says `count` messages, each on a connection of its person until that is closed.
 *
 * Everybody speaks at once, so that nobody connects more often than anybody may.
 */
export async function fuzzMessages(target: Target, count: number, seed: number): Promise<Findings> {
  const answers = new Tally()
  const wrong: string[] = []
  const share = Math.ceil(count / target.people.length)
  await Promise.all(
    target.people.map((person, n) => {
      const messages = fc.sample(aMessage, { seed: seed + n, numRuns: share })
      return speak(target, person, n % 3 === 2, messages, (answer, index) => {
        answers.count(answer)
        if (!fitting.test(answer)) wrong.push(`${answer} (seed ${seed + n}, message ${index})`)
      })
    }),
  )
  return { said: answers.all, answers, wrong }
}

async function speak(
  target: Target,
  person: PlainPerson,
  isDesk: boolean,
  messages: readonly Message[],
  heard: (answer: string, index: number) => void,
): Promise<void> {
  const room = isDesk ? `${target.board.id}/desk` : target.board.id
  const connect = () => Assailant.connect({ origin: target.origin, room, headers: { Cookie: person.cookie } })
  const doc = await copyOf(await connect())
  const clients = [...doc.store.clients.keys(), 4242]
  const speaker: Speaker = {
    name: person.id,
    doc,
    client: new Y.Doc().clientID,
    isDesk,
    clients,
    said: new Uint8Array([0, 0]),
  }
  let assailant = await connect()
  let changes = 0
  for (const [index, message] of messages.entries()) {
    const words = wordsOf(message, speaker)
    const change = changeIn(words)
    changes += change === undefined ? 1 : 2
    const answer = await orHung(answerTo(assailant, words, changes), 'no answer')
    heard(answer, index)
    if (answer === 'taken' && change !== undefined) Y.applyUpdate(doc, change)
    if (answer === 'taken') continue
    assailant.hangUp()
    assailant = await connect()
    changes = 0
  }
  assailant.hangUp()
}

/** The update in a message, where it is one that the saved sign counts. */
function changeIn(words: Uint8Array | string): Uint8Array | undefined {
  const frame = typeof words === 'string' ? undefined : decodeFrame(words)
  return frame?.type === 'step-2' || frame?.type === 'update' ? frame.update : undefined
}

async function answerTo(assailant: Assailant, words: Uint8Array | string, changes: number): Promise<string> {
  const reception = await assailant.strike([words, nothing], changes)
  if (reception.took === 'closed') return `${reception.code} ${reception.reason}`
  return reception.took === 'saved' ? 'taken' : 'set aside'
}

async function copyOf(assailant: Assailant): Promise<Y.Doc> {
  const doc = new Y.Doc()
  assailant.socket.send(encodeFrame({ type: 'step-1', stateVector: Y.encodeStateVector(doc) }))
  await assailant.until(() => assailant.heard.some(({ type }) => type === 'step-2'))
  for (const frame of assailant.heard) if (frame.type === 'step-2') Y.applyUpdate(doc, frame.update)
  assailant.hangUp()
  return doc
}
