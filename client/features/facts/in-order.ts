import { isLive } from '../../../shared/review/placement.ts'
import { byRank, type Placed } from '../../../shared/review/rank.ts'

/** The ids of those that are not in the bin, in the order that people gave them. */
export function inOrder(all: ReadonlyMap<string, Placed & Parameters<typeof isLive>[0]>): readonly string[] {
  return [...all.values()]
    .filter(isLive)
    .sort(byRank)
    .map(({ id }) => id)
}
