import { type ContestantName, isPeer } from './contestant.ts'

/** Median of a measure over all rounds, with the least and the most. */
export interface Figure {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** One measure of one scenario at one size, for everyone who took part. */
export interface Row {
  readonly scenario: string
  readonly size: number
  readonly of: string
  readonly measure: string
  readonly figures: Readonly<Partial<Record<ContestantName, Figure>>>
  /** The most that any of them had; 0 where nobody was up to it. */
  readonly rounds: number
  /** Of those that were not up to it: how. */
  readonly missing: Readonly<Partial<Record<ContestantName, string>>>
  /** Hindsight's median, or that of the most nodes of it, divided by each other's: below 1 is better. */
  readonly ratios: Readonly<Partial<Record<ContestantName, number>>>
}

export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly system: string
  readonly node: string
}

export interface Results {
  readonly at: string
  readonly machine: Machine
  /** How long it took so far. */
  readonly minutes: number
  /** Nothing is left to be run. */
  readonly isWhole: boolean
  /** Load average of the machine as the bench began: what else was going on. */
  readonly loadBefore: number
  readonly rows: readonly Row[]
  readonly failures: readonly string[]
}

/** What every round of one scenario at one size found, for each contestant. */
export interface Found {
  readonly scenario: string
  readonly size: number
  readonly of: string
  readonly contestant: ContestantName
  readonly measures: Readonly<Record<string, number>>
}

/** Who was not up to one scenario at one size. Of a peer nothing else is told then, whatever some rounds of it found. */
export interface Missing {
  readonly scenario: string
  readonly size: number
  readonly of: string
  readonly contestant: ContestantName
  readonly why: string
}

export function rowsOf(found: readonly Found[], missing: readonly Missing[]): readonly Row[] {
  const rows = new Map<
    string,
    { row: Omit<Row, 'figures' | 'ratios' | 'rounds'>; values: Map<ContestantName, number[]> }
  >()
  for (const { scenario, size, of, contestant, measures } of found) {
    const here = missing.filter((one) => one.scenario === scenario && one.size === size)
    const lacking = Object.fromEntries(here.map((one) => [one.contestant, one.why]))
    for (const [measure, value] of Object.entries(measures)) {
      if (!Number.isFinite(value)) continue // an acknowledgement of a server that gives none
      const key = `${scenario} ${size} ${measure}`
      const known = rows.get(key) ?? { row: { scenario, size, of, measure, missing: lacking }, values: new Map() }
      if (isPeer(contestant) && lacking[contestant] !== undefined) continue
      rows.set(key, known)
      known.values.set(contestant, [...(known.values.get(contestant) ?? []), value])
    }
  }
  const nothing = missing
    .filter((one) => ![...rows.values()].some(({ row }) => row.scenario === one.scenario && row.size === one.size))
    .map(({ scenario, size, of, contestant, why }) => ({ scenario, size, of, lacking: { [contestant]: why } }))
  for (const { scenario, size, of, lacking } of nothing) {
    const key = `${scenario} ${size}`
    const known = rows.get(key)?.row.missing
    rows.set(key, { row: { scenario, size, of, measure: '–', missing: { ...known, ...lacking } }, values: new Map() })
  }
  return [...rows.values()].map(({ row, values }) => {
    const figures = Object.fromEntries([...values].map(([name, all]) => [name, figure(all)]))
    const rounds = Math.max(0, ...[...values.values()].map(({ length }) => length))
    return { ...row, rounds, figures, ratios: ratiosOf(figures) }
  })
}

/** Whom the others are compared with: one Hindsight, or as many as took part. */
function measured(figures: Row['figures']): readonly [ContestantName, Figure | undefined] {
  const names: readonly ContestantName[] = ['hindsight', 'three nodes', 'two nodes']
  const name = names.find((each) => figures[each] !== undefined) ?? 'hindsight'
  return [name, figures[name]]
}

function ratiosOf(figures: Row['figures']): Row['ratios'] {
  const [name, own] = measured(figures)
  if (own === undefined) return {}
  const others = Object.entries(figures).filter(([other, { median }]) => other !== name && median > 0)
  return Object.fromEntries(others.map(([other, { median }]) => [other, own.median / median]))
}

function figure(values: readonly number[]): Figure {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
  }
}
