import { isDeepStrictEqual } from 'node:util'
import { encodeAwareness } from '../../../shared/protocol/awareness.ts'
import { encodeFrame, type Frame } from '../../../shared/protocol/frames.ts'
import { isServerPresence } from '../../../shared/protocol/presence.ts'
import { bytes, times } from '../../support/by-hand.ts'
import { Assailant } from '../assailant.ts'
import { type Attempt, held, type Kind, passed, wireOf, wordsFor } from '../attempts.ts'
import type { Scene } from '../scene.ts'

const nothing = encodeFrame({ type: 'update', update: new Uint8Array([0, 0]) })

const said = (client: number, state: unknown, clock = 2 ** 40): Frame => ({
  type: 'awareness',
  update: encodeAwareness([{ client, clock, state }]),
})
const raw = (client: number, text: string, clock = 1): Frame => ({
  type: 'awareness',
  update: bytes(1, client, clock, text),
})

const serverClient = (scene: Scene) =>
  [...scene.witness.provider.awareness.getStates()].find(([, state]) => isServerPresence(state))?.[0] ?? 0

/** Says something in presence; afterwards everyone is shown as who they are, and what they said. */
const speak = (what: string, frame: (scene: Scene) => Frame): Attempt => ({
  what,
  async run(scene) {
    const assailant = await Assailant.connect(wireOf(scene, 'ana', 'board'))
    const reception = await assailant.strike([encodeFrame(frame(scene)), nothing], 1)
    const wrong = await untrue(scene)
    assailant.hangUp()
    if (reception.took === 'closed' && ![4403, 4413].includes(reception.code)) return passed(wordsFor(reception))
    return wrong.length > 0
      ? passed(wrong.join(', '))
      : held(reception.took === 'closed' ? wordsFor(reception) : 'passed over')
  },
})

let hands = 0

/** What is shown of others that they did not say, once something that ben said after the attack is shown. */
async function untrue(scene: Scene): Promise<readonly string[]> {
  hands += 1
  const { awareness } = scene.witness.provider
  const { ben, bensClient } = scene.speaker
  ben({ at: 'lessons', hand: hands })
  await new Promise<void>((resolve) => {
    const look = () => {
      if (awareness.getStates().get(bensClient)?.hand !== hands) return
      awareness.off('change', look)
      resolve()
    }
    awareness.on('change', look)
    look()
  })
  return [...awareness.getStates()].flatMap(([client, state]) => {
    if (isServerPresence(state)) return client === serverClient(scene) ? [] : ['a second server']
    if (client === bensClient) {
      const expected = { person: scene.people.ben.id, at: 'lessons', hand: hands }
      return isDeepStrictEqual(state, expected) ? [] : ['ben']
    }
    const isAnas = state.person === scene.people.ana.id || client === scene.witness.doc.clientID
    const isTidy = Object.values(state).every((value) => typeof value !== 'string' || value.length <= 120)
    return isAnas && isTidy ? [] : [`somebody else under ${client}`]
  })
}

const forged: Kind = {
  kind: 'presence in the name of somebody else',
  attacks: [
    speak('as ben', (scene) => said(scene.speaker.bensClient, { at: 'forged', hand: 1 })),
    speak('as ben, gone', (scene) => said(scene.speaker.bensClient, null)),
    speak('as the server', (scene) => said(serverClient(scene), { server: true, progress: {}, here: [] })),
    speak('as the server, gone', (scene) => said(serverClient(scene), null)),
    speak('as another server', () => said(91_000_001, { server: true, progress: { people: {} }, here: ['ana'] })),
    speak('under ben’s name', (scene) =>
      said(91_000_002, { person: scene.people.ben.id, name: 'ben', user: { name: 'ben' } }),
    ),
    speak('for a client id of more than 32 bits', () => said(2 ** 40, { at: 'lessons' })),
    speak('for everybody at once', (scene) => ({
      type: 'awareness',
      update: encodeAwareness(
        [...scene.witness.provider.awareness.getStates().keys()].map((client) => ({
          client,
          clock: 2 ** 45,
          state: {},
        })),
      ),
    })),
  ],
  twins: [{ what: 'ana, board: under an id of her own', run: shows(91_000_003, { at: 'lessons' }) }],
}

const enormous: Kind = {
  kind: 'presence that is broken, enormous or deep',
  attacks: [
    speak('a state of a million letters', () => raw(92_000_001, JSON.stringify({ at: 'x'.repeat(1_000_000) }))),
    speak('a state a million levels deep', () => raw(92_000_001, '['.repeat(1_000_000) + ']'.repeat(1_000_000))),
    speak('a state of objects, deep', () => raw(92_000_001, `${'{"at":'.repeat(100_000)}1${'}'.repeat(100_000)}`)),
    speak('a state that is no JSON', () => raw(92_000_001, '{at: lessons')),
    speak('an empty state', () => raw(92_000_001, '')),
    speak('a prototype as state', () => raw(92_000_001, '{"__proto__":{"person":"ben"},"at":"lessons"}')),
    speak('a clock near 2^53', () => raw(92_000_001, '{"at":"lessons"}', Number.MAX_SAFE_INTEGER)),
    speak('two hundred thousand states', () => ({
      type: 'awareness',
      update: bytes(
        200_000,
        times(200_000, (n) => [93_000_000 + n, 1, '{}']),
      ),
    })),
    speak('five thousand new client ids', () => ({
      type: 'awareness',
      update: bytes(
        5000,
        times(5000, (n) => [93_000_000 + n, 1, '{}']),
      ),
    })),
    speak('a claim of two thousand million states', () => ({ type: 'awareness', update: bytes(2 ** 31, 1, 1, '{}') })),
    speak('more behind its end', () => ({ type: 'awareness', update: bytes(1, 92_000_001, 1, '{}', 7) })),
    speak('nothing', () => ({ type: 'awareness', update: new Uint8Array() })),
    speak('places that are long, or no places', () =>
      said(92_000_001, { at: 'x'.repeat(500), editing: 7, dragging: {}, hand: '1', away: 1 }),
    ),
  ],
  twins: [{ what: 'ana, board: a state as everyone has', run: shows(92_000_002, { at: 'lessons', away: true }) }],
}

/** Something that ana may say, and that is shown. */
function shows(client: number, state: object): Attempt['run'] {
  return async (scene) => {
    const { awareness } = scene.witness.provider
    const assailant = await Assailant.connect(wireOf(scene, 'ana', 'board'))
    const isShown = new Promise<void>((resolve) => {
      const look = () => {
        if (!awareness.getStates().has(client)) return
        awareness.off('change', look)
        resolve()
      }
      awareness.on('change', look)
    })
    const reception = await assailant.strike([encodeFrame(said(client, state)), nothing], 1)
    await isShown
    assailant.hangUp()
    const isRight = isDeepStrictEqual(awareness.getStates().get(client), { ...state, person: scene.people.ana.id })
    return isRight ? passed('shown') : held(wordsFor(reception))
  }
}

export const presenceKinds = [forged, enormous]
