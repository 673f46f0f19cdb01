import type { CreateBoard } from '../../../shared/api/boards.ts'
import { categories } from '../../../shared/incident/categories.ts'
import { ranksBetween } from '../../../shared/review/rank.ts'

const because = [
  'Failover promoted a replica across the country',
  'The limit was never written down where whoever sets up a failover would look for it before doing so',
  'Nobody had asked what happens when both sites can be written to',
  'The drill of last spring stopped at the first failover',
  'No team owns the path between the two sites',
]

/** So many causes of one incident: three in four are whys, most of them a level or two down. */
export function manyCauses(count: number): NonNullable<CreateBoard['causes']> {
  const ranks = ranksBetween(null, null, count)
  const above: string[] = []
  return ranks.map((rank, n) => {
    const id = `cause-${n}`
    const isFactor = n % 4 === 3
    const depth = isFactor ? 0 : ([0, 1, 2, 1, 2, 3, 3, 4][n % 8] ?? 0)
    const parent = isFactor ? null : (above[depth - 1] ?? null)
    if (!isFactor) above.splice(depth, above.length, id)
    return {
      ...{ id, rank, parent, kind: isFactor ? 'factor' : 'why' },
      text: `${because[n % because.length]} (${n + 1})`,
      category: n % 3 === 0 ? (categories[n % categories.length]?.id ?? null) : null,
      weight: isFactor ? (['high', 'medium', 'low'] as const)[n % 3] : null,
      evidence: n % 9 === 4 ? 'Seen in the orchestrator log of 22:52' : '',
    } as const
  })
}
