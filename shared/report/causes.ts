import type { Entry } from '../document/schema.ts'
import { isLive } from '../review/placement.ts'
import { byRank } from '../review/rank.ts'

export interface ReportWhy {
  readonly id: string
  readonly text: string
  readonly evidence: string
  /** How deep it stands in its chain, from 0. */
  readonly depth: number
}

export interface ReportFactor {
  readonly id: string
  readonly text: string
  readonly category: Entry<'causes'>['category']
  readonly weight: Entry<'causes'>['weight']
  readonly evidence: string
}

export interface ReportCauses {
  /** Each why before what explains it. */
  readonly whys: readonly ReportWhy[]
  /** The heaviest first. */
  readonly factors: readonly ReportFactor[]
}

const heaviness = { high: 0, medium: 1, low: 2 } as const

/** Chains of whys and contributing factors. A why whose parent is gone, or is its own ancestor, starts a chain. */
export function reportCauses(causes: readonly Entry<'causes'>[]): ReportCauses {
  const live = causes.filter(isLive).sort(byRank)
  const whys = live.filter((cause) => cause.kind === 'why')
  const weight = (cause: Entry<'causes'>) => (cause.weight === null ? 3 : heaviness[cause.weight])
  return {
    whys: chainsOf(whys),
    factors: live
      .filter((cause) => cause.kind === 'factor')
      .sort((a, b) => weight(a) - weight(b) || byRank(a, b))
      .map(({ id, text, category, weight, evidence }) => ({ id, text, category, weight, evidence })),
  }
}

function chainsOf(whys: readonly Entry<'causes'>[]): readonly ReportWhy[] {
  const ids = new Set(whys.map((why) => why.id))
  const shown = new Set<string>()
  const chained: ReportWhy[] = []
  const add = (why: Entry<'causes'>, depth: number) => {
    if (shown.has(why.id)) return
    shown.add(why.id)
    chained.push({ id: why.id, text: why.text, evidence: why.evidence, depth })
    for (const next of whys) if (next.parent === why.id) add(next, depth + 1)
  }
  for (const why of whys) if (why.parent === null || !ids.has(why.parent)) add(why, 0)
  for (const why of whys) add(why, 0)
  return chained
}
