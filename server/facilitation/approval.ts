import type * as Y from 'yjs'
import { contentParts } from '../../shared/document/content.ts'
import { readFields, readFlat } from '../../shared/document/read.ts'
import { snapshotOf } from '../../shared/document/snapshot.ts'
import { setFlat } from '../../shared/document/write.ts'
import { type Approval, approvalStep, contentForm } from '../../shared/incident/approval.ts'
import type { LiveBoard } from '../rooms/live-board.ts'
import type { FacilitationDeps } from './deps.ts'

/**
 * Keeps the record's status true: an approval is taken down with what was approved, and falls back to *in review* with
 * the first change of the content after it, in the very commit of that change. `by` is whose change it was; null: ours.
 */
export function followApproval(live: LiveBoard, board: Y.Doc, by: string | null, deps: FacilitationDeps): void {
  const record = readFields(board, 'incident', ['status', 'approver', 'approvedOn', 'approval'])
  const { approval } = record
  const now = () => contentParts(snapshotOf(board))
  const step = approvalStep(record, approval, ({ parts }) => isSame(parts, now()))
  if (step === 'take') {
    const taken = takeDown(live, board, by, deps, now())
    setFlat(board, 'incident', { approver: taken.approver, approvedOn: taken.on, approval: taken })
  } else if (step !== 'nothing' && approval !== undefined) {
    const status = step === 'fall-back' ? { status: 'in-review' as const } : {}
    setFlat(board, 'incident', { ...status, approvedOn: null, approval: { ...approval, stands: false } })
  }
}

function takeDown(
  live: LiveBoard,
  board: Y.Doc,
  by: string | null,
  { now }: FacilitationDeps,
  parts: Approval['parts'],
): Approval {
  const { approver, approvedOn } = readFields(board, 'incident', ['approver', 'approvedOn'])
  const isAnonymous = readFlat(board, 'session').settings.attribution === 'anonymous'
  const name = by === null || isAnonymous ? undefined : live.members.get(by)?.name
  return {
    form: contentForm,
    by: isAnonymous ? null : by,
    at: now(),
    approver: approver?.trim() || (name ?? ''),
    on: approvedOn ?? new Date(now()).toISOString().slice(0, 10),
    stands: true,
    parts,
  }
}

function isSame(then: Approval['parts'], now: Approval['parts']): boolean {
  const parts = Object.keys({ ...then, ...now })
  return parts.every((part) => then[part] === now[part])
}
