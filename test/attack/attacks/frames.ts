import { encodeFrame } from '../../../shared/protocol/frames.ts'
import { bytes, times } from '../../support/by-hand.ts'
import { Assailant } from '../assailant.ts'
import { type Attempt, held, type Kind, passed, wireOf, wordsFor } from '../attempts.ts'

const nothing = encodeFrame({ type: 'update', update: new Uint8Array([0, 0]) })

/** Says what is no message; the server has to hang up with this code. */
const say = (what: string, message: () => Uint8Array | string, code = 4403): Attempt => ({
  what,
  async run(scene) {
    const assailant = await Assailant.connect(wireOf(scene, 'olga', 'board'))
    const reception = await assailant.strike([message(), nothing], 1)
    assailant.hangUp()
    const isRight = reception.took === 'closed' && reception.code === code
    return isRight ? held(wordsFor(reception)) : passed(wordsFor(reception))
  },
})

/** Says something that changes nothing, and may be said. */
const sayRightly = (what: string, message: Uint8Array): Attempt => ({
  what,
  async run(scene) {
    const assailant = await Assailant.connect(wireOf(scene, 'olga', 'board'))
    const reception = await assailant.strike([message, nothing], 1)
    assailant.hangUp()
    return reception.took === 'saved' ? passed('saved') : held(wordsFor(reception))
  },
})

const known = [0, 1, 3]
const unknown = Array.from({ length: 256 }, (_, type) => type).filter((type) => !known.includes(type))
const mebibyte = 1024 * 1024

const noMessage: Kind = {
  kind: 'a message that is none',
  attacks: [
    ...unknown.map((type) => say(`type ${type}`, () => new Uint8Array([type]))),
    ...unknown.slice(0, 12).map((type) => say(`type ${type} with something in it`, () => bytes(type, 4, 1, 2, 3, 4))),
    ...[3, 4, 9, 127, 2 ** 31].map((step) => say(`sync step ${step}`, () => bytes(0, step, 2, 0, 0))),
    say('nothing', () => new Uint8Array()),
    say('text', () => 'hello'),
    say('JSON', () => '{"type":"update"}'),
    say('a sync message cut short', () => bytes(0, 2, 9, 9)),
    say('a sync message with more behind it', () => bytes(0, 2, 2, 0, 0, 7)),
    say('a message that claims to be endless', () => bytes(0, 2, 2 ** 50, 0)),
    say('a number that never ends', () => new Uint8Array(100).fill(255)),
    say('a saved sign, which only the server shows', () => bytes(4, 1)),
    say('a state vector that claims two thousand million clients', () => bytes(0, 0, 5, bytes(2 ** 31))),
    say('a state vector of two hundred thousand clients', () => {
      const vector = bytes(
        200_000,
        times(200_000, (n) => [n, 1]),
      )
      return bytes(0, 0, vector.length, vector)
    }),
    say('a state vector cut short', () => bytes(0, 0, 2, 9, 1)),
    say('more than a message may hold', () => new Uint8Array(16 * mebibyte + 1), 4413),
  ],
  twins: [
    sayRightly('a question for what is lacking', bytes(0, 0, 1, 0)),
    sayRightly(
      'a question for what is lacking beyond all clocks',
      encodeFrame({ type: 'step-1', stateVector: bytes(1, 1, 2 ** 52) }),
    ),
    sayRightly('a question for who is here', bytes(3)),
    sayRightly('an update with nothing in it', bytes(0, 2, 2, 0, 0)),
    sayRightly('an awareness message with nothing in it', bytes(1, 1, 0)),
  ],
}

export const frameKinds = [noMessage]
