import type { ActionItem } from './entries.ts'
import { isLive } from './placement.ts'

type Proof = Pick<ActionItem, 'status' | 'verification' | 'evidence'>

/** Whether an action is called complete, but does not say how that was verified or what shows it. [ACTION6] */
export function isUnproven({ status, verification, evidence }: Proof): boolean {
  return status === 'complete' && (verification.trim() === '' || (evidence ?? '').trim() === '')
}

/** Not in the bin, and not both complete and proven. [ACTION6] */
export function isOpenAction(action: Proof & Pick<ActionItem, 'removed'>): boolean {
  return isLive(action) && (action.status !== 'complete' || isUnproven(action))
}
