import { useState } from 'react'
import { removeBoard } from '../../session/api.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

/** Deleting is for good, for everyone: so the title is asked for. */
export function DeleteDialog({ onDeleted, onClose }: { readonly onDeleted: () => void; readonly onClose: () => void }) {
  const { boardId } = useSession()
  const title = useSessionFacts((facts) => facts.title)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const remove = async () => {
    setBusy(true)
    const answer = await removeBoard(boardId)
    setBusy(false)
    if (answer.allowed) onDeleted()
    else setProblem(answer.reason.detail)
  }

  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title="Delete this review?"
      description="Everything of it goes, for everyone: notes, votes, actions, the record, the links. It can’t be brought back. Take the report away first."
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" busy={busy} disabled={typed.trim() !== title.trim()} onClick={() => void remove()}>
            Delete for good
          </Button>
        </>
      }
    >
      {problem && (
        <div className="mb-3">
          <ProblemNote title="The review was not deleted">{problem}</ProblemNote>
        </div>
      )}
      <Field label={`Type the title to confirm`} hint={title}>
        <TextInput value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      </Field>
    </Dialog>
  )
}
