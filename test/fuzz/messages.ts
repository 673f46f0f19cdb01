import * as fc from 'fast-check'
import * as Y from 'yjs'
import { deskSchema } from '../../shared/document/desk-schema.ts'
import { boardSchema } from '../../shared/document/schema.ts'
import { encodeAwareness } from '../../shared/protocol/awareness.ts'
import { encodeFrame } from '../../shared/protocol/frames.ts'
import { aMutation, type Mutation, mutated } from '../support/mutations.ts'
import { aSchemaDeed, doAllowed, type SchemaDeed } from '../support/schema-deeds.ts'

const sorts = ['update', 'update', 'step-2', 'step-2', 'step-1', 'awareness', 'query', 'bytes', 'text'] as const

/** A message that is right in its core, and then spoilt in some ways, or in none. */
export interface Message {
  readonly sort: (typeof sorts)[number]
  readonly deeds: readonly SchemaDeed[]
  readonly mutations: readonly Mutation[]
  /** Done to the bytes of the whole message. */
  readonly spoil: readonly {
    readonly how: 'flip' | 'cut' | 'grow' | 'swap' | 'repeat'
    readonly at: number
    readonly by: number
  }[]
  readonly json: fc.JsonValue
  readonly bytes: Uint8Array
}

export const aMessage: fc.Arbitrary<Message> = fc.record({
  sort: fc.constantFrom(...sorts),
  deeds: fc.array(aSchemaDeed, { minLength: 1, maxLength: 3 }),
  mutations: fc.array(aMutation, { maxLength: 3 }),
  spoil: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    fc.array(
      fc.record({ how: fc.constantFrom('flip', 'cut', 'grow', 'swap', 'repeat'), at: fc.nat(99_999), by: fc.nat(255) }),
      { maxLength: 2 },
    ),
  ),
  json: fc.jsonValue({ maxDepth: 4 }),
  bytes: fc.uint8Array({ maxLength: 120 }),
})

/** What somebody knows who says it. */
export interface Speaker {
  readonly name: string
  /** Their copy of what they are connected to. */
  readonly doc: Y.Doc
  /** Under which they write. */
  readonly client: number
  readonly isDesk: boolean
  /** Other people's client ids, and the server's. */
  readonly clients: readonly number[]
  /** The update before: parts of it get into the next. */
  said: Uint8Array
}

export function wordsOf(message: Message, speaker: Speaker): Uint8Array | string {
  const whole = core(message, speaker)
  return typeof whole === 'string' ? whole : message.spoil.reduce(spoilt, whole)
}

function core({ sort, deeds, mutations, json, bytes }: Message, speaker: Speaker): Uint8Array | string {
  const { doc, clients } = speaker
  switch (sort) {
    case 'update':
    case 'step-2': {
      const right = updateBy(speaker, deeds)
      const update = mutated(right, mutations, { doc, other: speaker.said, clients })
      speaker.said = right
      return encodeFrame({ type: sort, update })
    }
    case 'step-1':
      return encodeFrame({ type: 'step-1', stateVector: mutations.length > 1 ? bytes : Y.encodeStateVector(doc) })
    case 'awareness': {
      const client = clients[deeds[0]?.value ?? 0] ?? speaker.client
      return encodeFrame({
        type: 'awareness',
        update: encodeAwareness([{ client, clock: deeds[0]?.value ?? 1, state: json }]),
      })
    }
    case 'query':
      return encodeFrame({ type: 'query-awareness' })
    case 'bytes':
      return bytes
    case 'text':
      return JSON.stringify(json)
  }
}

function updateBy({ name, doc, client, isDesk }: Speaker, deeds: readonly SchemaDeed[]): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = client
  const room = { schema: isDesk ? deskSchema : boardSchema, editing: 'author' } as const
  copy.transact(() => {
    for (const deed of deeds) doAllowed(room, name, copy, deed)
  })
  return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc))
}

function spoilt(bytes: Uint8Array, { how, at, by }: Message['spoil'][number]): Uint8Array {
  const place = at % Math.max(1, bytes.length)
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)]
  switch (how) {
    case 'flip':
      return Uint8Array.from(bytes, (byte, index) => (index === place ? byte ^ (1 << (by % 8)) : byte))
    case 'cut':
      return Uint8Array.from([...before, ...after.subarray(1 + (by % 16))])
    case 'grow':
      return Uint8Array.from([...before, ...new Uint8Array(by).fill(by), ...after])
    case 'swap':
      return Uint8Array.from([...after, ...before])
    case 'repeat':
      return Uint8Array.from([...bytes, ...bytes.subarray(place)])
  }
}
