import type * as Y from 'yjs'
import { aString, bytes, idOf, info, kinds, type Part, stringIn, times } from '../../support/by-hand.ts'
import { type Attempt, attack, type Kind, twin } from '../attempts.ts'
import type { Scene } from '../scene.ts'

const text = (scene: Scene, name: string) => scene.ledgers.board.copy().getMap<Y.Text>('incident').get(name)!

const filled = (count: number, part: readonly number[]) =>
  Uint8Array.from({ length: count * part.length }, (_, index) => part[index % part.length]!)

const severity: readonly Part[] = [info(kinds.any + 32), 1, 'incident', 'severity']

/** Letters, each before the one that the same client wrote before it. */
function backwards(scene: Scene, client: number, count: number): Uint8Array {
  const first = bytes(count, client, 0, ...stringIn(idOf(text(scene, 'appendix')._item!), 'x'))
  return bytes(
    first,
    times(count - 1, (n) => [info(kinds.string + 64), client, n, 'x']),
  )
}

/** As many letters of one that were all meant for the beginning, with those of the other there already. */
function walk(scene: Scene, count: number): Uint8Array {
  const holder = idOf(text(scene, 'appendix')._item!)
  const [first, second] = [81_000_001, 82_000_001]
  // The later ones wait for the last of the first, or Yjs would place them while the text is empty.
  const waiting: readonly Part[] = [info(kinds.string + 64), first, count - 1, 'y']
  const atTheBeginning = times(count - 1, () => stringIn(holder, 'y'))
  return bytes(2, backwards(scene, first, count), count, second, 0, ...waiting, atTheBeginning, 0)
}

const bombs: Readonly<Record<string, (scene: Scene) => Uint8Array>> = {
  'six hundred thousand collected structs': () => bytes(1, 600_000, 42, 0, filled(600_000, [0, 1]), 0),
  'two hundred thousand blocks': () =>
    bytes(
      200_000,
      times(200_000, (n) => [1, n, 0, 0, 1]),
      0,
    ),
  'six hundred thousand deletions': () => bytes(0, 1, 42, 600_000, filled(600_000, [0, 1])),
  'a hundred thousand deletions of the same': (scene) => {
    const [client] = idOf(text(scene, 'summary')._item!)
    return bytes(
      0,
      1,
      client,
      100_000,
      times(100_000, () => [0, 50]),
    )
  },
  'six hundred thousand values in one item': () => bytes(1, 1, 42, 0, ...severity, 600_000, filled(600_000, [126]), 0),
  'a value a million levels deep': () => bytes(1, 1, 42, 0, ...severity, 1, filled(1_000_000, [117, 1]), info(126), 0),
  'a list of six hundred thousand in one value': () =>
    bytes(1, 1, 42, 0, ...severity, 1, info(117), 600_000, filled(600_000, [126]), 0),
  'a key of two million letters': () =>
    bytes(1, 1, 42, 0, info(kinds.any + 32), 1, 'incident', 'x'.repeat(2_000_000), 1, info(126), 0),
  'two million letters': (scene) =>
    bytes(1, 1, 42, 0, ...stringIn(idOf(text(scene, 'summary')._item!), 'x'.repeat(2_000_000)), 0),
  'ten thousand blocks that wait for the next': () =>
    bytes(
      10_000,
      times(9999, (n) => [1, 1000 + n, 0, info(kinds.string + 128), 1001 + n, 0, 'x']),
      1,
      10_999,
      0,
      0,
      1,
      0,
    ),
  'letters that each walk over ten thousand others': (scene) => walk(scene, 9999),
  'values that each walk over all others of a key': () => {
    const chain = times(8999, (n) => [info(kinds.any + 128), 500, n, ...aString('SEV-1')])
    const first = [...severity, ...aString('SEV-1')]
    const start: readonly Part[] = [info(kinds.any + 128), 500, 8999, ...aString('SEV-1')]
    return bytes(
      2,
      9000,
      500,
      0,
      ...first,
      chain,
      9000,
      600,
      0,
      ...start,
      times(8999, () => first),
      0,
    )
  },
  'votes that each walk over all others of a key': () => {
    const vote: readonly Part[] = [info(kinds.any + 32), 1, 'ballots', 'r/note:x', 1, info(125), 1]
    const chain = times(8999, (n) => [info(kinds.any + 128), 500, n, 1, info(125), 1])
    return bytes(
      2,
      9000,
      500,
      0,
      ...vote,
      chain,
      9000,
      600,
      0,
      info(kinds.any + 128),
      500,
      8999,
      1,
      info(125),
      1,
      times(8999, () => vote),
      0,
    )
  },
  'entries by the thousand': () => {
    const entry = (n: number): readonly Part[] => [info(kinds.type + 32), 1, 'themes', `t${n}`, 1]
    return bytes(1, 6000, 42, 0, times(6000, entry), 0)
  },
}

const heavy: Kind = {
  kind: 'an update that would take long, or much memory',
  attacks: Object.entries(bombs).flatMap(([what, update]): readonly Attempt[] => {
    const document = what.startsWith('votes') ? 'desk' : 'board'
    return [
      attack(what, { as: 'ana', document, update }),
      attack(`as a step 2: ${what}`, { as: 'ana', document, update, type: 'step-2' }),
    ]
  }),
  twins: [
    twin('letters of two at the same place', {
      as: 'ana',
      document: 'board',
      update: (scene) => bytes(2, backwards(scene, 81_000_001, 50), backwards(scene, 82_000_001, 50), 0),
    }),
    twin('a long text', {
      as: 'ana',
      document: 'board',
      update: (scene) =>
        bytes(1, 1, 83_000_001, 0, ...stringIn(idOf(text(scene, 'technicalDetails')._item!), 'x'.repeat(50_000)), 0),
    }),
  ],
}

/** What a scan of the texts of others would destroy: letters that take two units. */
const cuts: Kind = {
  kind: "a letter of somebody else's cut in two",
  attacks: (['alerts', 'deploys'] as const).map((note) =>
    attack(`beside what was collected, in ${note}`, {
      as: note === 'alerts' ? 'ana' : 'kim',
      document: 'board',
      update(scene) {
        const words = scene.ledgers.board.copy().getMap<Y.Map<Y.Text>>('notes').get(note)!.get('text')!
        const [client, clock] = unitsOf(words)
        const own = note === 'alerts' ? 84_000_001 : 84_000_002
        return bytes(1, 2, own, 0, 0, 1, info(kinds.string + 128 + 64), own, 0, client, clock, 'x', 0)
      },
    }),
  ),
  twins: [
    twin('collected, beside nothing', {
      as: 'ana',
      document: 'board',
      update: () => bytes(1, 1, 84_000_003, 0, 0, 1, 0),
    }),
  ],
}

/** The second unit of the first letter that takes two. */
function unitsOf(words: Y.Text): readonly [number, number] {
  for (let item = words._start; item; item = item.right) {
    const at = 'str' in item.content ? String(item.content.str).search(/[\uDC00-\uDFFF]/) : -1
    if (at > 0) return [item.id.client, item.id.clock + at]
  }
  throw new Error('no such letter to cut')
}

export const bombKinds = [heavy, cuts]
