import * as Y from 'yjs'
import { encodeAwareness } from '../../../shared/protocol/awareness.ts'
import { encodeFrame } from '../../../shared/protocol/frames.ts'
import { aString, bytes, info, kinds } from '../../support/by-hand.ts'
import { Assailant } from '../assailant.ts'
import { type Attempt, attack, held, type Kind, passed, twin, wireOf } from '../attempts.ts'
import type { Scene } from '../scene.ts'

type Whose = (scene: Scene) => number

/** Client ids that belong to somebody else, as anybody on the board can read them off it. */
const victims: Readonly<Record<string, Whose>> = {
  "the server's": (scene) => clientOf(scene, (copy) => copy.getMap<Y.Map<unknown>>('people').get(scene.people.ben.id)),
  "ben's": (scene) => clientOf(scene, (copy) => copy.getMap<Y.Map<unknown>>('themes').get('a-themes')),
}

function clientOf(scene: Scene, find: (copy: Y.Doc) => Y.Map<unknown> | undefined): number {
  const client = find(scene.ledgers.board.copy())?._item?.id.client
  if (client === undefined) throw new Error('nothing to read a client id off')
  return client
}

/** A value that ana may set, as a struct by hand: under any client id, at any clock. */
const severity = (client: number, clock: number) =>
  [1, client, clock, info(kinds.any + 32), 1, 'incident', 'severity', ...aString('SEV-1')] as const

const forgeries: readonly Attempt[] = Object.entries(victims).flatMap(([whose, of]) => [
  attack(`write under ${whose}`, {
    as: 'ana',
    document: 'board',
    change(copy, scene) {
      copy.clientID = of(scene)
      copy.getMap('incident').set('severity', 'SEV-1')
    },
  }),
  attack(`write under ${whose}, far ahead`, {
    as: 'ana',
    document: 'board',
    update: (scene) => bytes(1, ...severity(of(scene), 1_000_000), 0),
  }),
  attack(`garbage under ${whose}`, {
    as: 'ana',
    document: 'board',
    update(scene) {
      const client = of(scene)
      return bytes(1, 1, client, Y.getState(scene.ledgers.board.copy().store, client), 0, 5, 0)
    },
  }),
  attack(`one struct of ana's and one under ${whose}`, {
    as: 'ana',
    document: 'board',
    update(scene) {
      const client = of(scene)
      const clock = Y.getState(scene.ledgers.board.copy().store, client)
      return bytes(2, ...severity(77_000_001, 0), ...severity(client, clock), 0)
    },
  }),
  attack(`on ana's desk, under ${whose}`, {
    as: 'ana',
    document: 'desk',
    change(copy, scene) {
      copy.clientID = of(scene)
      copy.getMap('ready').set('reflect', true)
    },
  }),
  attack(`a known struct of ${whose} once more, grown`, {
    as: 'ana',
    document: 'board',
    update(scene) {
      const client = of(scene)
      const clock = Y.getState(scene.ledgers.board.copy().store, client)
      return bytes(1, 1, client, clock - 1, 0, 5, 0)
    },
  }),
])

const forged: Kind = {
  kind: "a client id that is somebody else's or the server's",
  attacks: [
    ...forgeries,
    attack('more new client ids at once than anybody has', {
      as: 'ana',
      document: 'board',
      update: () => bytes(65, ...Array.from({ length: 65 }, (_, n) => [1, 78_000_000 + n, 0, 0, 1]).flat(), 0),
    }),
    attack('a client id of more than 32 bits', {
      as: 'ana',
      document: 'board',
      update: () => bytes(1, ...severity(2 ** 40, 0), 0),
    }),
  ],
  twins: [
    twin('write under an id of her own', {
      as: 'ana',
      document: 'board',
      update: () => bytes(1, ...severity(77_000_002, 0), 0),
    }),
    twin('write again under an older id of her own', {
      as: 'ana',
      document: 'board',
      update: () => bytes(1, 1, 77_000_002, 1, info(kinds.any + 128), 77_000_002, 0, ...aString('SEV-2'), 0),
    }),
  ],
}

/** Says in presence that an id is ana's; ben's next honest edit shows whether it still is his. */
const claim = (whose: string, of: Whose): Attempt => ({
  what: `claim ${whose} in presence, and write under it`,
  async run(scene) {
    const client = of(scene)
    const assailant = await Assailant.connect(wireOf(scene, 'ana', 'board'))
    const claimed = encodeAwareness([{ client, clock: 2 ** 30, state: { at: 'claimed' } }])
    const { store } = scene.ledgers.board.copy()
    const update = bytes(1, ...severity(client, Y.getState(store, client)), 0)
    const frames = [encodeFrame({ type: 'awareness', update: claimed }), encodeFrame({ type: 'update', update })]
    const reception = await assailant.strike(frames, 1)
    assailant.hangUp()
    return reception.took === 'closed' && reception.reason === 'client-id'
      ? held('4403 client-id')
      : passed(reception.took)
  },
})

/** An id that nobody has written under yet: whoever comes first has it, and the other is told so and takes a new one. */
const squatted: Attempt = {
  what: 'write under an id that somebody else claimed first',
  async run(scene) {
    const squatter = await Assailant.connect(wireOf(scene, 'ana', 'board'))
    const state = encodeAwareness([{ client: 79_000_001, clock: 1, state: {} }])
    const nothing = encodeFrame({ type: 'update', update: new Uint8Array([0, 0]) })
    await squatter.strike([encodeFrame({ type: 'awareness', update: state }), nothing], 1)
    const late = await Assailant.connect(wireOf(scene, 'kim', 'board'))
    const update = bytes(1, ...severity(79_000_001, 0), 0)
    const reception = await late.strike([encodeFrame({ type: 'update', update })], 1)
    squatter.hangUp()
    return reception.took === 'closed' && reception.reason === 'client-id'
      ? held('4403 client-id')
      : passed(reception.took)
  },
}

const claims: Kind = {
  kind: "a client id claimed that is somebody else's",
  attacks: [...Object.entries(victims).map(([whose, of]) => claim(whose, of)), squatted],
  twins: [
    twin('write under an id that nobody claimed', {
      as: 'kim',
      document: 'board',
      update: () => bytes(1, ...severity(79_000_002, 0), 0),
    }),
  ],
}

export const clientKinds = [forged, claims]
