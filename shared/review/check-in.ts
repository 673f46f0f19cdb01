import { actionsByHorizon, type Horizon } from './action.ts'
import { addDays } from './calendar.ts'
import type { ActionItem, Removed } from './entries.ts'
import { isLive } from './placement.ts'
import { isOpenAction } from './proof.ts'

/** After how many days actions of a horizon are looked at again; `reviewRhythm` says it in words. */
const rhythmDays: Readonly<Record<Horizon, number>> = { immediate: 7, 'short-term': 14, 'long-term': 30 }

interface CheckInState {
  readonly horizon?: Horizon | null | undefined
  readonly done?: boolean | undefined
  readonly removed?: Removed | undefined
}

export interface PlannedCheckIn {
  readonly horizon: Horizon
  /** YYYY-MM-DD. */
  readonly on: string
}

/** A first check-in for each horizon that has open actions and no check-in to come. `today` is YYYY-MM-DD. [ACTION8] */
export function missingCheckIns(
  actions: readonly ActionItem[],
  checkIns: readonly CheckInState[],
  today: string,
): readonly PlannedCheckIn[] {
  const planned = new Set(checkIns.filter((each) => isLive(each) && each.done !== true).map(({ horizon }) => horizon))
  return actionsByHorizon(actions.filter(isOpenAction), today).flatMap(({ horizon }) =>
    horizon === null || planned.has(horizon) ? [] : [{ horizon, on: addDays(today, rhythmDays[horizon]) }],
  )
}
