import { BadgeCheck } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { reportPage } from '../../../shared/api/paths.ts'
import { useSession } from '../../session/context.tsx'
import { useClockNow, useFlat, useMe, usePeople } from '../../session/hooks.ts'
import { useMayControl } from '../../session/use-may-edit.ts'
import { useSavedState } from '../../session/use-saved.ts'
import { Button } from '../../ui/Button.tsx'
import { DateInput } from '../../ui/DateInput.tsx'
import { Field } from '../../ui/Field.tsx'
import { NameInput } from '../../ui/NameInput.tsx'

/** Whether the record is approved, by whom and when; and what it takes to approve it. */
export function ApprovalState() {
  const { boardId } = useSession()
  const status = useFlat('incident', (incident) => incident.status ?? 'draft')
  const approver = useFlat('incident', (incident) => incident.approver ?? '')
  const on = useFlat('incident', (incident) => incident.approvedOn ?? '')
  const last = useFlat('incident', (incident) => incident.approval)
  const mayEdit = useMayControl()
  const [isApproving, setApproving] = useState(false)
  if (status === 'approved') {
    return (
      <p className="flex items-start gap-2 rounded-md border border-line bg-sunken px-3 py-2">
        <BadgeCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-good" />
        <span>
          Approved by <strong className="font-semibold">{approver}</strong>
          {on !== '' && ` on ${on}`}. Whatever changes from here brings it back to review.
        </span>
      </p>
    )
  }
  return (
    <div className="space-y-2">
      {last !== undefined && (
        <p className="rounded-md border border-amber/30 bg-amber-soft px-3 py-2 text-amber">
          {last.approver} approved it on {last.on}, and it has changed since.{' '}
          <Link href={reportPage(boardId)} className="font-medium underline underline-offset-2">
            What changed
          </Link>
        </p>
      )}
      {last === undefined && !isApproving && (
        <p className="text-ink-soft">Not approved yet{approver === '' ? '.' : `; ${approver} is to approve it.`}</p>
      )}
      {mayEdit && !isApproving && (
        <Button icon={<BadgeCheck />} onClick={() => setApproving(true)}>
          {last === undefined ? 'Approve…' : 'Approve again…'}
        </Button>
      )}
      {isApproving && <ApprovalForm named={approver} onDone={() => setApproving(false)} />}
    </div>
  )
}

/** Says who approves, and when. Only what is on the server and in sight is approved: never from an old copy. */
function ApprovalForm({ named, onDone }: { readonly named: string; readonly onDone: () => void }) {
  const { verbs } = useSession()
  const me = useMe()
  const people = usePeople().map(({ name }) => name)
  const today = new Date(useClockNow(60_000)).toISOString().slice(0, 10)
  const [approver, setApprover] = useState(named === '' ? me.name : named)
  const [on, setOn] = useState<string | null>(null)
  const isSaved = useSavedState().state === 'saved'
  const form = useRef<HTMLFieldSetElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const approve = () => {
    if (verbs.setIncident({ status: 'approved', approver, approvedOn: on ?? today }).allowed) onDone()
  }
  return (
    <fieldset ref={form} className="rounded-md border border-line p-3" aria-label="Approve">
      <div className="grid grid-cols-[1fr_auto] gap-3 @max-sm:grid-cols-1">
        <Field label="Approver">
          <NameInput value={approver} suggestions={people} maxLength={200} onCommit={setApprover} />
        </Field>
        <Field label="Approved on">
          <DateInput value={on ?? today} onCommit={setOn} />
        </Field>
      </div>
      {!isSaved && <p className="mt-2 text-sm text-ink-soft">This can be approved once everything is saved.</p>}
      <div className="mt-3 flex gap-2">
        <Button variant="primary" icon={<BadgeCheck />} disabled={!isSaved || approver.trim() === ''} onClick={approve}>
          Approve
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </fieldset>
  )
}
