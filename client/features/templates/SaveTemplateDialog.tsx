import { type FormEvent, useState } from 'react'
import { layoutOf, layoutText } from '../../../shared/review/own-template.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { keepTemplates, ownTemplates } from '../../session/own-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { toast } from '../../ui/toast.ts'

/** Keeps how this review is laid out, to begin others with. */
export function SaveTemplateDialog({ newId, onClose }: { readonly newId: () => string; readonly onClose: () => void }) {
  const session = useSession()
  const text = useSessionFacts((facts) => layoutText(facts))
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)

  const save = (event: FormEvent) => {
    event.preventDefault()
    const name = title.trim()
    if (name === '') return setProblem('A template needs a name.')
    const others = ownTemplates().filter((each) => each.title !== name)
    keepTemplates([...others, { id: newId(), title: name, ...layoutOf(session.view.session.get()) }])
    toast({ title: `“${name}” is kept`, description: 'It is offered where a review is started, in this browser.' })
    onClose()
  }

  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title="Save as a template"
      description="Keeps the agenda, the sections and the settings, to start other reviews with. Nothing that was written comes along."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="save-template">
            Save the template
          </Button>
        </>
      }
    >
      <form id="save-template" noValidate onSubmit={save}>
        <Field label="Name of the template" hint={text} {...(problem !== undefined && { error: problem })}>
          <TextInput
            value={title}
            maxLength={100}
            placeholder="Our incident review"
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
