import type { Entry } from '../document/schema.ts'
import { type Category, categories, categoryTitle } from '../incident/categories.ts'
import { type Fishbone, fishbone } from '../incident/fishbone.ts'
import { whyRows } from '../incident/why-tree.ts'
import { isLive } from '../review/placement.ts'
import { byRank } from '../review/rank.ts'
import { target } from '../review/target.ts'
import type { LinkedTo, ReportLink } from './linked.ts'

export interface ReportWhy {
  readonly id: string
  readonly text: string
  readonly evidence: string
  readonly category: Category | null
  readonly linkedTo: readonly ReportLink[]
  /** What explains it. */
  readonly because: readonly ReportWhy[]
}

export interface ReportFactor {
  readonly id: string
  readonly text: string
  readonly how: string
  readonly weight: Entry<'causes'>['weight']
  readonly evidence: string
  readonly linkedTo: readonly ReportLink[]
}

/** The factors of one sort. */
export interface ReportFactors {
  readonly title: string
  /** The heaviest first. */
  readonly factors: readonly ReportFactor[]
}

export interface ReportCauses {
  readonly whys: readonly ReportWhy[]
  /** In the order of the categories, those without one last; none that is empty. */
  readonly factors: readonly ReportFactors[]
  /** As wide as a page, and as wide as a phone; null where there is nothing to draw. */
  readonly drawing: { readonly wide: Fishbone; readonly narrow: Fishbone } | null
}

const heaviness = { high: 0, medium: 1, low: 2 } as const

/** Drawn for a page, which shows it a little smaller, and for a phone; as many causes on a bone as fit on a page. */
const wide = 860
const narrow = 340
const mostOnBone = 14
/** A report comes in the type of whoever opens it, of which some is wide. */
const letters = 1.14

/** The whys as a tree, the contributing factors by category, and both drawn. */
export function reportCauses(causes: readonly Entry<'causes'>[], title: string, linked: LinkedTo): ReportCauses {
  const drawn = (width: number) => fishbone(causes, title, width, { mostOnBone, letters })
  const [page, phone] = [drawn(wide), drawn(narrow)]
  return {
    whys: treeOf(causes, linked),
    factors: factorsOf(causes, linked),
    drawing: page === null || phone === null ? null : { wide: page, narrow: phone },
  }
}

/** The factors by sort that have a name. */
export function namedFactors({ factors }: Pick<ReportCauses, 'factors'>): readonly ReportFactors[] {
  return factors
    .map(({ title, factors: those }) => ({ title, factors: those.filter(({ text }) => text.trim() !== '') }))
    .filter((group) => group.factors.length > 0)
}

function treeOf(causes: readonly Entry<'causes'>[], linked: LinkedTo): readonly ReportWhy[] {
  const byId = new Map(causes.map((cause) => [cause.id, cause]))
  const under = new Map<string | null, ReportWhy[]>([[null, []]])
  for (const { id, parent } of whyRows(causes)) {
    const cause = byId.get(id)
    if (cause === undefined) continue
    const { text, evidence, category } = cause
    const because: ReportWhy[] = []
    under.set(id, because)
    under.get(parent)?.push({ id, text, evidence, category, linkedTo: linked(target('cause', id)), because })
  }
  return under.get(null) ?? []
}

function factorsOf(causes: readonly Entry<'causes'>[], linked: LinkedTo): readonly ReportFactors[] {
  const weight = (cause: Entry<'causes'>) => (cause.weight === null ? 3 : heaviness[cause.weight])
  const factors = causes
    .filter((cause) => cause.kind === 'factor' && isLive(cause))
    .sort((a, b) => weight(a) - weight(b) || byRank(a, b))
  return [...categories.map(({ id }) => id), null]
    .map((category) => ({
      title: categoryTitle(category),
      factors: factors
        .filter((factor) => factor.category === category)
        .map(({ id, text, how = '', weight, evidence }) => ({
          ...{ id, text, how, weight, evidence },
          linkedTo: linked(target('cause', id)),
        })),
    }))
    .filter((group) => group.factors.length > 0)
}
