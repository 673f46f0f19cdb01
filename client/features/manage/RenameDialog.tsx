import { type FormEvent, useState } from 'react'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'

export function RenameDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const agreed = useSessionFacts((facts) => facts.title)
  const [title, setTitle] = useState(agreed)
  const [problem, setProblem] = useState<string | undefined>(undefined)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return setProblem('A review needs a title.')
    const answer = await session.command({ type: 'board.rename', title: title.trim() })
    if (answer.allowed) onClose()
    else setProblem(answer.reason.detail)
  }

  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title="Rename the review"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="rename">
            Rename
          </Button>
        </>
      }
    >
      <form id="rename" noValidate onSubmit={(event) => void save(event)}>
        <Field label="Title" {...(problem !== undefined && { error: problem })}>
          <TextInput value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
