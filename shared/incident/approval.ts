import type { IncidentRecord } from './record.ts'

/** Raised when what counts as content, or how it is told apart, changes: older checkpoints can't be compared then. */
export const contentForm = 1

/** An approval, and what was approved. */
export interface Approval {
  /** {@link contentForm} of `parts`. */
  readonly form: number
  /** Who entered it, person id; null on an anonymous board, or where it came with the board. */
  readonly by: string | null
  /** Epoch milliseconds. */
  readonly at: number
  readonly approver: string
  /** YYYY-MM-DD. */
  readonly on: string
  /** False once the content changed after it, or the status was taken back. */
  readonly stands: boolean
  /** Part of the content -> what it was, as `shared/document/content.ts` tells it. */
  readonly parts: Readonly<Record<string, string>>
}

/** What follows for an approval from the record as it is now. */
export type ApprovalStep = 'nothing' | 'take' | 'withdraw' | 'fall-back'

/**
 * Whether a record that says it is approved is: a new approval is taken down, one whose content has changed falls back.
 *
 * `isSame` says whether the content is what was approved; asked only where that decides. [APPROVAL1] [APPROVAL2]
 */
export function approvalStep(
  record: Pick<IncidentRecord, 'status' | 'approver' | 'approvedOn'>,
  approval: Approval | undefined,
  isSame: (approval: Approval) => boolean,
): ApprovalStep {
  if (record.status !== 'approved') return approval?.stands === true ? 'withdraw' : 'nothing'
  if (approval?.stands !== true || approval.form !== contentForm) return 'take'
  if (record.approver !== approval.approver || record.approvedOn !== approval.on) return 'take'
  return isSame(approval) ? 'nothing' : 'fall-back'
}
