import { beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { createDraft } from '../../shared/document/write.ts'
import type { Settings } from '../../shared/review/session.ts'
import { chanceFrom, chanceOf, type Reading } from '../support/permutation-test.ts'
import { aReview } from '../support/review.ts'

const seed = 20181021
const reveals = 60
const people = ['ana', 'ben', 'fay'] as const

/** What a note on a board could be told apart by, apart from its words. */
interface Traces {
  readonly author: string
  readonly rank: string
  readonly createdAt: number
  readonly client: number
  readonly clock: number
  readonly inMap: number
}

/** A reveal of nine notes: ana wrote all of hers first, then ben, then fay, each in a section of their own habit. */
async function traces(attribution: Settings['attribution'], random: () => number): Promise<readonly Traces[]> {
  const review = await aReview({ body: { settings: { attribution } }, random })
  const olga = await review.join('olga')
  const authors = new Map<string, string>()
  for (const [order, name] of people.entries()) {
    const desk = await review.join(name, 'desk')
    for (let n = 0; n < 3; n++) {
      const id = `note-${Math.floor(random() * 2 ** 32).toString(36)}`
      authors.set(id, name)
      createDraft(desk.doc, id, { section: 'lessons', rank: `a${order * 3 + n}`, text: 'words of some length' })
      await review.pass(1000)
    }
  }
  const { agenda } = readFlat(olga.doc, 'session')
  await review.command({ type: 'phase.go', phase: agenda.find(({ kind }) => kind === 'discuss')!.id })
  const map = olga.doc.getMap<Y.Map<unknown>>('notes')
  return readEntries(olga.doc, 'notes').map(({ id, rank, createdAt }, inMap) => {
    const item = map.get(id)?._item
    return { author: authors.get(id)!, rank, createdAt, client: item!.id.client, clock: item!.id.clock, inMap }
  })
}

describe('a permutation test of reveals', () => {
  let anonymous: (readonly Traces[])[]
  let named: (readonly Traces[])[]

  beforeAll(async () => {
    const random = chanceFrom(seed)
    const many = async (attribution: Settings['attribution'], count: number) => {
      const found: (readonly Traces[])[] = []
      for (let n = 0; n < count; n++) found.push(await traces(attribution, random))
      return found
    }
    anonymous = await many('anonymous', reveals)
    named = await many('named', 10)
  })

  const chanceIn = (batches: readonly (readonly Traces[])[], of: (note: Traces) => number) =>
    chanceOf(
      batches.map((notes) => notes.map((note): Reading => ({ value: of(note), group: note.author }))),
      { shuffles: 999, random: chanceFrom(seed) },
    )
  const place = (note: Traces, batches: readonly (readonly Traces[])[]) =>
    batches.find((notes) => notes.includes(note))!.filter(({ rank }) => rank < note.rank).length

  it.each(['createdAt', 'client', 'clock', 'inMap'] as const)(
    '[ANON7] finds nothing of the authors in what an anonymous board shows: %s',
    (trace) => {
      expect(chanceIn(anonymous, (note) => note[trace])).toBeGreaterThan(0.05)
    },
  )

  it('[ANON7] finds nothing of the authors in the ranks', () => {
    expect(chanceIn(anonymous, (note) => place(note, anonymous))).toBeGreaterThan(0.05)
  })

  it('[ANON7] would find it: on a board with names order and ranks follow who wrote what', () => {
    expect(chanceIn(named, (note) => note.clock)).toBe(0.001)
    expect(chanceIn(named, (note) => place(note, named))).toBe(0.001)
  })
})
