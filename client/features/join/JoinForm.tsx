import { type FormEvent, useState } from 'react'
import type { Invitation, Problem } from '../../../shared/api/boards.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, TextArea, TextInput } from '../../ui/Field.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { remember, remembered } from '../../ui/remembered.ts'

export interface Joining {
  readonly name: string
  /** What they did in the incident; empty where they say nothing. */
  readonly did: string
}

/** A name, and in one go what the person did. Answers with the problem, if there is one. */
export function JoinForm({
  invitation,
  onJoin,
}: {
  readonly invitation: Invitation
  readonly onJoin: (joining: Joining) => Promise<Problem | null>
}) {
  const [name, setName] = useState(() => remembered('name') ?? '')
  const [did, setDid] = useState('')
  const [state, setState] = useState<'ready' | 'asked' | 'busy'>('ready')
  const [problem, setProblem] = useState<Problem | null>(null)
  const isNameless = name.trim() === ''

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isNameless) return setState('asked')
    setState('busy')
    remember('name', name.trim())
    setProblem(await onJoin({ name: name.trim(), did: did.trim() }))
    setState('ready')
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="space-y-5">
      <Field
        label="Your name"
        {...(state === 'asked' && isNameless && { error: 'Say your name, so that the others know who is here.' })}
      >
        <TextInput
          value={name}
          maxLength={80}
          autoComplete="name"
          autoFocus
          onChange={(event) => setName(event.target.value)}
          className="min-h-11"
        />
      </Field>
      {invitation.role !== 'observer' && (
        <Field
          label="What I did in the incident"
          optional
          hint="Goes into the record’s list of responders, where you can change it."
        >
          <TextArea
            value={did}
            rows={2}
            maxLength={2000}
            placeholder="Was on call, restarted the workers, talked to support"
            onChange={(event) => setDid(event.target.value)}
          />
        </Field>
      )}
      {problem && <ProblemNote title={problem.title}>{problem.detail}</ProblemNote>}
      <Button type="submit" variant="primary" busy={state === 'busy'} className="min-h-11 w-full">
        {invitation.role === 'observer' ? 'Watch the review' : 'Join the review'}
      </Button>
    </form>
  )
}
