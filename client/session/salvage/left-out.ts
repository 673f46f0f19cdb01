import { type OutOfRoom, outOfRoomIn } from '../../../shared/protocol/close-reasons.ts'
import type { Ending } from '../connection/connection.ts'
import type { Difference } from './differences.ts'
import type { LeftOver } from './reapply.ts'
import type { UnsavedBecause } from './unsaved.ts'

/** Changes that the board has not taken: what is written again, and what is listed at once. */
interface Parted {
  readonly again: readonly Difference[]
  readonly left: readonly LeftOver[]
}

export type Part = (changes: readonly Difference[]) => Parted

export const allAgain: Part = (again) => ({ again, left: [] })

/**
 * What is worth writing again after the board has refused it.
 *
 * @remarks
 * A full board takes what moves, clears and votes, and refuses it together with the words it came with. [PRESSURE15]
 */
export function partedAfter(why: Ending, isRefusedAgain: boolean): Part {
  const full = outOfRoomIn(why)
  const because: UnsavedBecause = full ?? 'not-accepted'
  const parted = (isLeft: (difference: Difference) => boolean) => (changes: readonly Difference[]) => ({
    again: changes.filter((each) => !isLeft(each)),
    left: changes.filter(isLeft).map((difference) => ({ difference, because })),
  })
  if (isRefusedAgain || why === 'too-large') return parted(() => true)
  return full === null ? allAgain : parted((difference) => takesRoom(difference, full))
}

function takesRoom(difference: Difference, full: OutOfRoom): boolean {
  if (full === 'desk-full' && difference.document !== 'desk') return false
  if (difference.what === 'entry') return true
  return full !== 'too-many-entries' && difference.what === 'text' && difference.after.length > difference.before.length
}
