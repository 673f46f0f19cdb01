import * as Y from 'yjs'
import { encodeFrame } from '../../../shared/protocol/frames.ts'
import { bytes, idOf, info, kinds, type Part, stringIn } from '../../support/by-hand.ts'
import { Assailant } from '../assailant.ts'
import { type Attempt, attack, held, type Kind, passed, twin, wireOf, wordsFor } from '../attempts.ts'
import type { Scene } from '../scene.ts'

/** Something that ana may write, with structs, texts and a deletion in it. */
const rightly = (copy: Y.Doc) => {
  copy.getMap('incident').set('severity', 'SEV-3')
  const summary = copy.getMap('incident').get('summary') as Y.Text
  summary.insert(0, 'Deploys stopped 😀')
  summary.delete(0, 3)
  const links = copy.getMap<Y.Map<unknown>>('actions').get('a-actions')
  links?.set('owner', 'Ana')
}

function rightUpdate(scene: Scene): Uint8Array {
  const copy = scene.ledgers.board.copy()
  copy.transact(() => rightly(copy))
  return Y.encodeStateAsUpdate(copy, scene.ledgers.board.stateVector)
}

const by = (what: string, update: (scene: Scene) => Uint8Array, type: 'update' | 'step-2' = 'update'): Attempt =>
  attack(what, { as: 'ana', document: 'board', update, type })

const cut = Array.from({ length: 60 }, (_, n) =>
  by(`cut off after ${n + 1} of 61 parts`, (scene) => {
    const update = rightUpdate(scene)
    return update.slice(0, Math.floor((update.length * (n + 1)) / 61))
  }),
)

/** An update with a block of its own making in it. */
const crafted: Readonly<Record<string, (scene: Scene) => readonly Part[]>> = {
  'a claim of two thousand million structs': () => [1, 2 ** 31, 42, 0, 0, 1],
  'a claim of two thousand million blocks': () => [2 ** 31, 1, 42, 0, 0, 1],
  'a claim of nine thousand million million values': () => [
    1,
    1,
    42,
    0,
    info(8 + 32),
    1,
    'incident',
    'severity',
    2 ** 52,
    { byte: 126 },
    0,
  ],
  'a key that claims to be endless': () => [1, 1, 42, 0, info(8 + 32), 1, 'incident', 2 ** 50, 0],
  'a struct without length': () => [1, 1, 42, 0, 0, 0, 0],
  'a clock beyond all': () => [1, 1, 42, 2 ** 31, 0, 1, 0],
  'a clock near 2^53': () => [1, 1, 42, 2 ** 53 - 2, 0, 1, 0],
  'a length near 2^53': () => [1, 1, 42, 0, 0, 2 ** 53 - 2, 0],
  'a block without structs': () => [1, 0, 42, 0, 0],
  'two blocks of one client': () => [2, 1, 42, 0, 0, 1, 1, 42, 1, 0, 1, 0],
  'a struct that stands after itself': () => [1, 1, 42, 0, info(kinds.string + 128), 42, 0, 'x', 0],
  'a struct that stands after what follows it': () => [1, 1, 42, 0, info(kinds.string + 128), 42, 9, 'x', 0],
  'structs that wait for each other': () => [
    ...[2, 1, 42, 0, info(kinds.string + 128), 43, 0, 'x'],
    ...[1, 43, 0, info(kinds.string + 128), 42, 0, 'y', 0],
  ],
  'a skip before a struct': (scene) => [1, 2, 42, 0, info(10), 5, ...stringIn(summaryOf(scene), 'x'), 0],
  'a parent that is a letter': (scene) => [1, 1, 42, 0, ...stringIn(letterOf(scene), 'x'), 0],
  'a text of nobody’s as parent': () => [1, 1, 42, 0, ...stringIn([999, 0], 'x'), 0],
  'a deletion of what nobody wrote': () => [0, 1, 999, 1, 0, 5],
  'a deletion near 2^53': () => [0, 1, 999, 1, 2 ** 53 - 9, 5],
  'a deletion of everything there could be': () => [0, 1, 999, 1, 0, 2 ** 31 - 1],
  'a claim of two thousand million deletions': () => [0, 1, 999, 2 ** 31, 0, 1],
  'a deletion without length': () => [0, 1, 999, 1, 0, 0],
  'an unknown kind of content': () => [1, 1, 42, 0, info(11 + 32), 1, 'incident', 'severity', 1, 0],
  'a kind of content that is none': () => [1, 1, 42, 0, info(31 + 32), 1, 'incident', 'severity', 1, 0],
  'a shared type of no kind': () => [1, 1, 42, 0, info(7 + 32), 1, 'incident', 'severity', 99, 0],
  'a collected struct with neighbours': () => [1, 1, 42, 0, info(128), 1, 0, 1, 0],
}

function summaryOf(scene: Scene): readonly [number, number] {
  const text = scene.ledgers.board.copy().getMap<Y.Text>('incident').get('summary')
  return idOf(text!._item!)
}

/** A letter that is there: what stands in a deleted one is garbage, and may pass as that. */
function letterOf(scene: Scene): readonly [number, number] {
  const note = scene.ledgers.board.copy().getMap<Y.Map<Y.Text>>('notes').get('deploys')
  let item = note?.get('text')?._start ?? null
  while (item?.deleted) item = item.right
  return idOf(item!)
}

const malformed: Kind = {
  kind: 'a broken update',
  attacks: [
    ...cut,
    by('nothing', () => new Uint8Array()),
    by('more behind its end', (scene) => new Uint8Array([...rightUpdate(scene), 0])),
    by('two in one', (scene) => new Uint8Array([...rightUpdate(scene), ...rightUpdate(scene)])),
    by('backwards', (scene) => rightUpdate(scene).toReversed()),
    by('in the second format', (scene) => Y.convertUpdateFormatV1ToV2(rightUpdate(scene))),
    ...Object.entries(crafted).map(([what, parts]) => by(what, (scene) => bytes(...parts(scene)))),
    ...Object.entries(crafted).map(([what, parts]) =>
      by(`as a step 2, ${what}`, (scene) => bytes(...parts(scene)), 'step-2'),
    ),
  ],
  twins: [twin('whole', { as: 'ana', document: 'board', change: rightly })],
}

/** What is sent once more has to change nothing; that it is called safe is right. */
const replay = (
  what: string,
  type: 'update' | 'step-2',
  updates: (scene: Scene) => readonly Uint8Array[],
): Attempt => ({
  what,
  async run(scene) {
    const said = updates(scene)
    const assailant = await Assailant.connect(wireOf(scene, 'ana', 'board'))
    const reception = await assailant.strike(
      said.map((update) => encodeFrame({ type, update })),
      said.length,
    )
    assailant.hangUp()
    const isHeld = reception.took !== 'closed' || reception.code === 4403
    return isHeld ? held(wordsFor(reception)) : passed(wordsFor(reception))
  },
})

const everything = (scene: Scene) => Y.encodeStateAsUpdate(scene.ledgers.board.copy())

/** Two updates of which the second builds on the first. */
function inTwo(scene: Scene): readonly [Uint8Array, Uint8Array] {
  const copy = scene.ledgers.board.copy()
  rightly(copy)
  const between = Y.encodeStateVector(copy)
  const first = Y.encodeStateAsUpdate(copy, scene.ledgers.board.stateVector)
  rightly(copy)
  return [first, Y.encodeStateAsUpdate(copy, between)]
}

const repeated: Kind = {
  kind: 'updates replayed, doubled, out of order or with a gap',
  attacks: [
    replay('all that the board holds, again', 'update', (scene) => [everything(scene)]),
    replay('all that the board holds, as a step 2', 'step-2', (scene) => [everything(scene)]),
    replay('all that the board holds, a hundred times', 'update', (scene) =>
      Array.from({ length: 100 }, () => everything(scene)),
    ),
    replay('each client’s part alone, backwards', 'update', (scene) => {
      const { structs } = Y.decodeUpdate(everything(scene))
      const clients = [...new Set(structs.map(({ id }) => id.client))].sort((a, b) => a - b)
      const vector = (but: number) =>
        bytes(clients.length - 1, ...clients.filter((each) => each !== but).flatMap((each) => [each, 2 ** 30]))
      return clients.map((client) => Y.encodeStateAsUpdate(scene.ledgers.board.copy(), vector(client)))
    }),
    by('the second of two', (scene) => inTwo(scene)[1]),
    by('the second of two, as a step 2', (scene) => inTwo(scene)[1], 'step-2'),
  ],
  twins: [
    twin('two merged into one', { as: 'ana', document: 'board', update: (scene) => Y.mergeUpdates([...inTwo(scene)]) }),
    twin('as a step 2, with all that the board holds', {
      as: 'ana',
      document: 'board',
      type: 'step-2',
      update: (scene) => Y.mergeUpdates([everything(scene), rightUpdate(scene)]),
    }),
  ],
}

export const byteKinds = [malformed, repeated]
