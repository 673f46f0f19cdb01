import type { Row } from './results.ts'
import { digits, markdown } from './table.ts'

/** How Hindsight's cost goes on from one size to the next. */
export interface Step {
  readonly scenario: string
  readonly of: string
  readonly measure: string
  readonly from: number
  readonly to: number
  readonly costs: readonly [from: number, to: number]
  /** What doubling the size multiplies the cost by: 2 is in proportion, 4 with the square. */
  readonly perDoubling: number
}

/** What counts as cost. `per`: it is told for so many of them, and counts for all. */
const costs: readonly { readonly scenario: string; readonly measure: string; readonly per?: number }[] = [
  { scenario: 'fan-out', measure: 'CPU %' },
  { scenario: 'presence', measure: 'CPU %' },
  { scenario: 'presence', measure: 'messages/s' },
  { scenario: 'presence', measure: 'idle: CPU %' },
  { scenario: 'boards', measure: 'CPU %' },
  { scenario: 'boards', measure: 'heap KB per board', per: 1 },
  { scenario: 'growth', measure: 'on disk KB' },
  { scenario: 'growth', measure: 'load ms' },
  { scenario: 'growth', measure: 'heap KB' },
  { scenario: 'growth', measure: 'CPU ms per 1,000 edits', per: 1000 },
]

export function stepsOf(rows: readonly Row[]): readonly Step[] {
  return costs.flatMap(({ scenario, measure, per }) => {
    const points = rows
      .filter((row) => row.scenario === scenario && row.measure === measure)
      .flatMap(({ size, of, figures: { hindsight } }) =>
        hindsight === undefined ? [] : [{ size, of, cost: hindsight.median * (per === undefined ? 1 : size / per) }],
      )
      .toSorted((a, b) => a.size - b.size)
    return points.slice(1).map((to, nth) => {
      const from = points[nth]!
      const perDoubling = (to.cost / from.cost) ** (1 / Math.log2(to.size / from.size))
      return {
        scenario,
        of: to.of,
        measure: per === undefined ? measure : `${measure}, of all`,
        from: from.size,
        to: to.size,
        costs: [from.cost, to.cost],
        perDoubling,
      }
    })
  })
}

export function curveTable(steps: readonly Step[]): string {
  return markdown(
    ['scenario', 'from', 'to', 'cost', 'was', 'became', 'per doubling'],
    steps.map(({ scenario, of, measure, from, to, costs: [was, became], perDoubling }) => [
      scenario,
      digits(from),
      `${digits(to)} ${of}`,
      measure,
      digits(was),
      digits(became),
      perDoubling.toFixed(2),
    ]),
  )
}
