import { isLive } from '../review/placement.ts'
import { byRank } from '../review/rank.ts'
import { type Category, categories } from './categories.ts'
import { type PlacedCause, whyRows } from './why-tree.ts'

/** What a fishbone needs to know of a cause. */
export interface FishboneCause extends PlacedCause {
  readonly text: string
  readonly category: Category | null
  readonly weight: 'high' | 'medium' | 'low' | null
}

/** A cause on the bone where it is drawn. */
export interface OnBone {
  readonly id: string
  readonly text: string
  readonly depth: number
  readonly isHeavy: boolean
}

/**
 * The causes by category: factors, and whys with what explains them. Each is on one bone, its own category's or, where
 * it has none, that of the why it explains. [FISH1]
 */
export function bonesOf(
  causes: readonly FishboneCause[],
): readonly { readonly category: Category | null; readonly causes: readonly OnBone[] }[] {
  const byId = new Map(causes.map((cause) => [cause.id, cause]))
  const bones = new Map<Category | null, OnBone[]>([...categories.map(({ id }) => id), null].map((id) => [id, []]))
  const stood = new Map<string, { readonly category: Category | null; readonly depth: number }>()
  const put = (cause: FishboneCause, category: Category | null, depth: number) => {
    stood.set(cause.id, { category, depth })
    if (cause.text.trim() === '') return
    bones.get(category)?.push({ id: cause.id, text: cause.text, depth, isHeavy: cause.weight === 'high' })
  }
  for (const cause of causes.filter((each) => each.kind === 'factor' && isLive(each)).sort(byRank))
    put(cause, cause.category, 0)
  for (const { id, parent } of whyRows(causes)) {
    const cause = byId.get(id)
    const above = parent === null ? undefined : stood.get(parent)
    if (cause === undefined) continue
    const category = cause.category ?? above?.category ?? null
    put(cause, category, above !== undefined && above.category === category ? above.depth + 1 : 0)
  }
  return [...bones]
    .map(([category, on]) => ({ category, causes: on }))
    .filter((bone) => bone.category !== null || bone.causes.length > 0)
}
