import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bonesOf, type FishboneCause } from '../../shared/incident/bones.ts'
import { type Fishbone, fishbone, fishboneType } from '../../shared/incident/fishbone.ts'
import { textWidth, wrapText } from '../../shared/incident/wrapped-text.ts'
import { removed } from './board.ts'

let rank = 0
const cause = (id: string, fields: Partial<FishboneCause> = {}): FishboneCause => {
  rank += 1
  const base = { kind: 'why', parent: null, text: id, category: null, weight: null } as const
  return { id, rank: `b${String(rank).padStart(3, '0')}`, ...base, ...fields }
}

const causes = [
  cause('cut', { category: 'external' }),
  cause('failover', { parent: 'cut', category: 'technical' }),
  cause('limit', { parent: 'failover' }),
  cause('drill', { parent: 'cut' }),
  cause('status page', { kind: 'factor', category: 'process', weight: 'high' }),
  cause('optics', { kind: 'factor', category: 'external' }),
  cause('unsorted'),
  cause('gone', { category: 'human', removed }),
]

/** Where the words of a drawing are, as boxes: a line's height over its baseline. */
function boxesOf({ head, bones }: Fishbone) {
  const texts = [head, ...bones.flatMap(({ label, items }) => [label, ...items])]
  return texts.map(({ x, y, lines }) => ({
    ...{ left: x, right: x + Math.max(0, ...lines.map((each) => textWidth(each, fishboneType.size))) },
    ...{ top: y - fishboneType.size + 2, bottom: y + (lines.length - 1) * fishboneType.line + 2 },
    words: lines.join(' '),
  }))
}

describe('a fishbone', () => {
  it('[FISH1] has each cause on the bone of its category, or of the why it explains', () => {
    const told = bonesOf(causes).map(({ category, causes: on }) => [
      category,
      on.map(({ id, depth }) => `${'>'.repeat(depth)}${id}`),
    ])
    expect(told).toEqual([
      ['technical', ['failover', '>limit']],
      ['process', ['status page']],
      ['human', []],
      ['external', ['optics', 'cut', '>drill']],
      [null, ['unsorted']],
    ])
  })

  it('[FISH1] has no bone for what is not sorted where all is', () => {
    expect(bonesOf([cause('cut', { category: 'human' })]).map(({ category }) => category)).not.toContain(null)
  })

  it('[FISH3] has what happened at its head, and is not drawn of nothing', () => {
    expect(fishbone(causes, 'Failover', 720)?.head.lines).toEqual(['Failover'])
    expect(fishbone([], 'Failover', 720)).toBeNull()
    expect(fishbone([cause('', { text: '  ' })], 'Failover', 720)).toBeNull()
  })

  it('[FISH3] of more causes than a page takes says how many are left out', () => {
    const many = Array.from({ length: 40 }, (_, n) => cause(`cause ${n}`, { category: 'technical' }))
    const bone = fishbone(many, 'Failover', 720, { mostOnBone: 10 })?.bones[0]
    expect(bone?.items.map(({ lines }) => lines.join(' ')).at(-1)).toBe('and 31 more')
    expect(bone?.items).toHaveLength(10)
  })

  it('[FISH2] keeps within its width, and no words cover others, at any width', () => {
    const words = fc.stringMatching(/^[a-zA-Z ]{1,120}$/)
    const some = fc.record({
      text: words,
      parent: fc.option(fc.nat(20).map((n) => `c${n}`)),
      category: fc.constantFrom('technical', 'process', 'human', 'external', null),
      kind: fc.constantFrom('why', 'why', 'factor'),
    })
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 20 }),
        words,
        fc.integer({ min: 280, max: 1400 }),
        (all, title, width) => {
          const drawn = fishbone(
            all.map((each, n) => cause(`c${n}`, each)),
            title,
            width,
          )
          const boxes = drawn === null ? [] : boxesOf(drawn)
          const outside = boxes.filter(
            (box) => box.left < 0 || box.right > width || box.top < 0 || box.bottom > drawn!.height,
          )
          const covered = boxes.flatMap((a, at) =>
            boxes
              .slice(at + 1)
              .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
              .map((b) => [a, b]),
          )
          expect([outside, covered]).toEqual([[], []])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('[FISH2] cuts a word that is longer than its line', () => {
    const lines = wrapText('RecoverMasterClusterFilters now', 90, 13)
    expect(lines.join('')).toBe('RecoverMasterClusterFilters now')
    expect(lines.filter((line) => textWidth(line, 13) > 90)).toEqual([])
  })
})
