import { useState } from 'react'
import type { CreateBoard, Problem } from '../../../shared/api/boards.ts'
import { boardFromExample } from '../../../shared/incident/example-board.ts'
import { type ExampleListing, loadExample } from '../../../shared/incident/examples.ts'
import { lengths } from '../../../shared/review/agenda-lengths.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { formProblems, minutesOf } from './start-form.ts'
import { useKeptForm } from './use-kept-form.ts'

const unreadable: Problem = {
  type: 'about:blank',
  title: 'This incident could not be loaded',
  status: 0,
  detail: 'Check your connection and try again.',
}

/** Asks what is needed to open a board from an example: a name, a length, and how much of the review to take along. */
export function OpenExample({
  example,
  onClose,
  onStart,
}: {
  readonly example: ExampleListing
  readonly onClose: () => void
  readonly onStart: (board: CreateBoard) => Promise<Problem | null>
}) {
  const [form, setForm] = useKeptForm('example', { name: '', length: '60', withNotes: false })
  const [state, setState] = useState<'ready' | 'asked' | 'busy'>('ready')
  const [problem, setProblem] = useState<Problem | null>(null)
  const isNameless = form.name.trim() === ''

  const open = async () => {
    setProblem(null)
    if (isNameless) return setState('asked')
    setState('busy')
    const board = await exampleBoard(example, form.withNotes)
    const refused =
      board === null ? unreadable : await onStart({ ...board, name: form.name.trim(), minutes: minutesOf(form.length) })
    setProblem(refused)
    setState('ready')
  }

  return (
    <Dialog
      open
      title={example.title}
      description={`${example.organisation}. ${example.summary}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={state === 'busy'} onClick={() => void open()}>
            Open the board
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        <Field label="Your name" {...(state === 'asked' && isNameless && { error: formProblems['no-name'] })}>
          <TextInput
            value={form.name}
            maxLength={80}
            autoComplete="name"
            onChange={(event) => setForm({ ...form, name: event.target.value })}
          />
        </Field>
        <RadioCards
          legend="How long do you have?"
          value={form.length}
          columns={4}
          options={lengths.map((each) => ({ value: String(each), label: `${each} min` }))}
          onChange={(length) => setForm({ ...form, length })}
        />
        <Switch
          label="With the notes, themes and actions of the published review"
          hint="Off: you get the facts, and reflect yourselves."
          checked={form.withNotes}
          onChange={(withNotes) => setForm({ ...form, withNotes })}
        />
        {problem && <ProblemNote title={problem.title}>{problem.detail}</ProblemNote>}
      </div>
    </Dialog>
  )
}

/** Null where the file did not arrive. */
async function exampleBoard(example: ExampleListing, withNotes: boolean): Promise<Omit<CreateBoard, 'name'> | null> {
  try {
    return boardFromExample(await loadExample(example.slug), { withNotes })
  } catch {
    return null
  }
}
