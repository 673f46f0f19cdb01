import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byRank, isRank, type Ranked, rankAt, rankBetween, ranksBetween } from '../../shared/review/rank.ts'

const places = fc.array(fc.constantFrom('a0', 'a1', 'a1V', 'a2', 'b00'), { minLength: 1, maxLength: 9 })

/** A list in order, of few ranks, so that many are equal. */
const lists = places.map((ranks) => ranks.map((rank, n) => ({ id: `n${n}`, rank })).sort(byRank))

function apply(list: readonly Ranked[], changes: readonly Ranked[]): readonly string[] {
  const changed = new Map(changes.map(({ id, rank }) => [id, rank]))
  return list
    .map(({ id, rank }) => ({ id, rank: changed.get(id) ?? rank }))
    .sort(byRank)
    .map(({ id }) => id)
}

describe('a rank', () => {
  it('[RANK1] orders, and ids decide between equal ones', () => {
    const entries = [
      { id: 'b', rank: 'a1' },
      { id: 'c', rank: 'a0' },
      { id: 'a', rank: 'a1' },
      { id: 'd', rank: 'Zz' },
    ]
    expect(entries.sort(byRank).map(({ id }) => id)).toEqual(['d', 'c', 'a', 'b'])
  })

  it('[RANK2] is found between any two, before the first and after the last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }), (drops) => {
        const ranks: string[] = []
        for (const drop of drops) {
          const at = drop % (ranks.length + 1)
          ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null))
        }
        expect(ranks).toEqual([...new Set(ranks)].sort())
        expect(ranks.every(isRank)).toBe(true)
      }),
    )
  })

  it('[RANK2] is found in any number', () => {
    const ranks = ranksBetween('a0', 'a1', 20)
    expect(ranks).toHaveLength(20)
    expect(['a0', ...ranks, 'a1']).toEqual([...new Set(['a1', ...ranks, 'a0'])].sort())
  })

  it('[RANK2] lies beside both where the two are equal', () => {
    expect(rankBetween('a1', 'a1') > 'a1').toBe(true)
  })

  it('[RANK3] puts a drop where it was dropped and moves nothing else, among many equal ranks', () => {
    fc.assert(
      fc.property(lists, fc.nat(20), fc.nat(20), (list, which, where) => {
        const moved = list[which % list.length]?.id ?? ''
        const others = list.map(({ id }) => id).filter((id) => id !== moved)
        const index = where % (others.length + 1)
        expect(apply(list, rankAt(list, index, moved))).toEqual(others.toSpliced(index, 0, moved))
      }),
    )
  })

  it('[RANK3] takes in a note of another section', () => {
    const list = [
      { id: 'alerts', rank: 'a0' },
      { id: 'deploys', rank: 'a0' },
    ]
    const changes = rankAt(list, 1, 'backups')
    expect(apply([...list, { id: 'backups', rank: 'a5' }], changes)).toEqual(['alerts', 'backups', 'deploys'])
  })

  it('[RANK3] finds room where ranks have grown as long as they may be', () => {
    const longest = `a0${'0'.repeat(509)}1`
    const list = [
      { id: 'alerts', rank: 'a0' },
      { id: 'deploys', rank: longest },
    ]
    const changes = rankAt(list, 1, 'backups')
    expect(changes.every(({ rank }) => isRank(rank))).toBe(true)
    expect(apply([...list, { id: 'backups', rank: 'a5' }], changes)).toEqual(['alerts', 'backups', 'deploys'])
  })

  it('[RANK4] is one write between different ranks, two between two equal ones, none in place', () => {
    const list = [
      { id: 'alerts', rank: 'a0' },
      { id: 'backups', rank: 'a1' },
      { id: 'deploys', rank: 'a1' },
      { id: 'rollback', rank: 'a2' },
    ]
    expect(rankAt(list, 1, 'rollback').map(({ id }) => id)).toEqual(['rollback'])
    expect(rankAt(list, 2, 'alerts')).toEqual([{ id: 'alerts', rank: 'a1V' }])
    expect(rankAt(list, 2, 'rollback').map(({ id }) => id)).toEqual(['rollback', 'deploys'])
    expect(rankAt(list, 3, 'rollback')).toEqual([])
  })

  it('[RANK5] is what the library can sort, up to 512 characters', () => {
    const ranks = ['a0', 'Zz', 'a0V', 'b12', `a1${'V'.repeat(510)}`]
    const others = ['', 'a', 'a00', 'A00000000000000000000000000', '!0', 'a1 ', 'a1!', 'b1', `a1${'V'.repeat(511)}`]
    expect(ranks.filter((text) => !isRank(text))).toEqual([])
    expect(others.filter(isRank)).toEqual([])
  })
})
