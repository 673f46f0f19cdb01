import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOutline } from '../../shared/incident/outline.ts'
import { type PlacedCause, planMove, planNew, planRemoval, whyRows } from '../../shared/incident/why-tree.ts'
import { ranksBetween } from '../../shared/review/rank.ts'
import { removed } from './board.ts'

/** A tree as an outline of ids: `'cut\n  failover'`. */
function treeOf(outline: string): readonly PlacedCause[] {
  const items = readOutline(outline)
  const ranks = ranksBetween(null, null, items.length)
  const above: string[] = []
  return items.map(({ depth, text: id }, n) => {
    above.splice(depth, above.length, id)
    return { id, kind: 'why', parent: above[depth - 1] ?? null, rank: ranks[n] ?? '' }
  })
}

function outlineOf(causes: readonly PlacedCause[]): string {
  return whyRows(causes)
    .map(({ id, depth }) => `${'  '.repeat(depth)}${id}`)
    .join('\n')
}

const written = (causes: readonly PlacedCause[], places: ReturnType<typeof planNew>) =>
  causes.map((cause) => ({ ...cause, ...places.find(({ id }) => id === cause.id) }))

const incident = treeOf('cut\n  failover\n    limit\n  lag\ndrill')

describe('a tree of whys', () => {
  it('[WHY4] takes a why deeper under the one above it, with what explains it', () => {
    expect(outlineOf(written(incident, planMove(incident, 'drill', 'deeper')!))).toBe(
      'cut\n  failover\n    limit\n  lag\n  drill',
    )
    expect(outlineOf(written(incident, planMove(incident, 'lag', 'deeper')!))).toBe(
      'cut\n  failover\n    limit\n    lag\ndrill',
    )
  })

  it('[WHY4] takes a why back beside the one it explains', () => {
    expect(outlineOf(written(incident, planMove(incident, 'failover', 'back')!))).toBe(
      'cut\n  lag\nfailover\n  limit\ndrill',
    )
  })

  it('[WHY4] takes a why past its neighbours', () => {
    const swapped = 'cut\n  lag\n  failover\n    limit\ndrill'
    expect(outlineOf(written(incident, planMove(incident, 'lag', 'up')!))).toBe(swapped)
    expect(outlineOf(written(incident, planMove(incident, 'failover', 'down')!))).toBe(swapped)
  })

  it.each([
    ['cut', 'deeper'],
    ['cut', 'back'],
    ['failover', 'up'],
    ['lag', 'down'],
    ['gone', 'down'],
  ] as const)('[WHY4] has no place for %s further %s', (id, move) => {
    expect(planMove(incident, id, move)).toBeNull()
  })

  it('[WHY4] puts a new why before, after or under another, and at the end without one', () => {
    const at = (beside: string | null, as: 'before' | 'after' | 'child') => {
      const [own] = planNew(incident, 'new', { beside, as })
      return outlineOf([...incident, { kind: 'why', ...own! }])
    }
    expect(at('lag', 'before')).toBe('cut\n  failover\n    limit\n  new\n  lag\ndrill')
    expect(at('cut', 'after')).toBe('cut\n  failover\n    limit\n  lag\nnew\ndrill')
    expect(at('cut', 'child')).toBe('cut\n  failover\n    limit\n  lag\n  new\ndrill')
    expect(at(null, 'after')).toBe('cut\n  failover\n    limit\n  lag\ndrill\nnew')
  })

  it('[WHY2] puts what explains a removed why in its place, in its order', () => {
    // `limit` was written last, and would stand behind `lag` by its rank.
    const late = incident.map((cause) => (cause.id === 'limit' ? { ...cause, rank: 'b00' } : cause))
    const places = planRemoval(late, 'failover')
    const left = written(late, places).map((cause) => (cause.id === 'failover' ? { ...cause, removed } : cause))
    expect(outlineOf(left)).toBe('cut\n  limit\n  lag\ndrill')
  })

  it('[WHY1] shows a why under the nearest that is left of those above it', () => {
    const left = incident.map((cause) => (cause.id === 'failover' ? { ...cause, removed } : cause))
    expect(outlineOf(left)).toBe('cut\n  limit\n  lag\ndrill')
    expect(outlineOf(left.filter(({ id }) => id !== 'cut'))).toBe('limit\nlag\ndrill')
  })

  it('[WHY1] breaks a ring at the first by rank, and no tree that hangs from it', () => {
    const ring = incident.map((cause) => (cause.id === 'cut' ? { ...cause, parent: 'limit' } : cause))
    expect(outlineOf(ring)).toBe('cut\n  failover\n    limit\n  lag\ndrill')
    const deeper = ring.map((cause) => (cause.id === 'drill' ? { ...cause, parent: 'limit', rank: 'Zz' } : cause))
    expect(outlineOf(deeper)).toBe('cut\n  failover\n    limit\n      drill\n  lag')
  })

  it('[WHY1] shows each live why once, and none under itself, whatever the parents say', () => {
    const cause = fc.record({
      kind: fc.constantFrom('why' as const, 'why' as const, 'factor' as const),
      parent: fc.option(fc.nat(12).map(String)),
      rank: fc.constantFrom('a0', 'a1', 'a2', 'a3'),
      removed: fc.option(fc.constant(removed), { freq: 4, nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(cause, { maxLength: 12 }), (fields) => {
        const causes = fields.map((each, n): PlacedCause => ({ id: String(n), ...each }))
        const rows = whyRows(causes)
        const live = causes.filter((each) => each.kind === 'why' && each.removed === undefined)
        expect(rows.map(({ id }) => id).sort()).toEqual(live.map(({ id }) => id).sort())
        rows.forEach(({ parent, depth }, at) => {
          const above = rows.slice(0, at).findLast((row) => row.depth === depth - 1)
          expect(above?.id ?? null).toBe(parent)
        })
      }),
      { numRuns: 2000 },
    )
  })

  it('[WHY1] is told of a chain of 5000 in no time', () => {
    const chain = Array.from({ length: 5000 }, (_, n): PlacedCause => {
      return { id: `${n}`, kind: 'why', parent: `${(n + 1) % 5000}`, rank: 'a0' }
    })
    expect(whyRows(chain).at(-1)?.depth).toBe(4999)
  })
})

describe('a pasted list', () => {
  it.each([
    ['spaces', 'cut\n  failover\n    limit\n  lag\ndrill'],
    ['tabs', 'cut\n\tfailover\n\t\tlimit\n\tlag\ndrill'],
    ['dashes', '- cut\n  - failover\n    - limit\n  - lag\n- drill'],
    ['numbers', '1. cut\n   1. failover\n      1. limit\n   2. lag\n2. drill'],
    ['bullets and empty lines', '• cut\r\n    ◦ failover\r\n\r\n        ▪ limit\r\n    ◦ lag\r\n• drill\r\n'],
    ['tasks', '* [ ] cut\n  * [x] failover\n    * limit\n  * lag\n* drill'],
  ])('[WHY5] is read with its depths: by %s', (_, text) => {
    expect(readOutline(text).map(({ depth, text: words }) => `${depth} ${words}`)).toEqual([
      '0 cut',
      '1 failover',
      '2 limit',
      '1 lag',
      '0 drill',
    ])
  })

  it('[WHY5] never skips a level, and keeps what only looks like a mark', () => {
    expect(readOutline('    cut\n            -5 °C in the hall\n  drill')).toEqual([
      { depth: 0, text: 'cut' },
      { depth: 1, text: '-5 °C in the hall' },
      { depth: 0, text: 'drill' },
    ])
  })
})
