import { ChevronRight } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { BoardListing, CreateBoard, Problem } from '../../../shared/api/boards.ts'
import { lengths } from '../../../shared/review/agenda-lengths.ts'
import type { OwnTemplate } from '../../../shared/review/own-template.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import { IncidentDetails } from './IncidentDetails.tsx'
import { KindOfReview } from './KindOfReview.tsx'
import {
  boardFromForm,
  emptyForm,
  formProblems,
  likeOf,
  ownOf,
  problemsOf,
  type StartForm,
  whatIsShortened,
} from './start-form.ts'
import { useKeptForm } from './use-kept-form.ts'

const attributions = [
  { value: 'named', label: 'Show names', hint: 'Each note says who wrote it, once revealed.' },
  { value: 'anonymous', label: 'Anonymous', hint: 'Nobody is told who wrote what, you included.' },
] as const

interface StartReviewProps {
  /** The reviews this person is on: a new one can be like any of them. */
  readonly boards: readonly BoardListing[]
  /** Templates of their own. */
  readonly own: readonly OwnTemplate[]
  /** Where templates are looked after; `onUse` is given the kind of review that was chosen there. */
  readonly templates: (onUse: (kind: string) => void) => ReactNode
  readonly onStart: (board: CreateBoard) => Promise<Problem | null>
  /** Other ways to begin. */
  readonly children?: ReactNode
}

/** The one thing to do on the home page. Answers with the problem, if there is one. */
export function StartReview({ boards, own, templates, onStart, children }: StartReviewProps) {
  const [form, setForm] = useKeptForm('start', emptyForm)
  const [state, setState] = useState<'ready' | 'asked' | 'busy'>('ready')
  const [problem, setProblem] = useState<Problem | null>(null)
  const missing = state === 'asked' ? problemsOf(form) : []
  const set = (change: Partial<StartForm>) => setForm({ ...form, ...change })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    if (problemsOf(form).length > 0) return setState('asked')
    setState('busy')
    const refused = await onStart(boardFromForm(form, own))
    setState('ready')
    if (refused === null) setForm({ ...emptyForm, name: form.name })
    setProblem(refused)
  }

  return (
    <Card className="p-5 sm:p-7">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="start" className="flex-1 text-lg font-semibold">
          Start a review
        </h2>
        <span className="-mr-2 flex">
          {templates((kind) => set({ kind }))}
          {children}
        </span>
      </div>
      <form aria-labelledby="start" noValidate onSubmit={(event) => void submit(event)} className="mt-5 space-y-5">
        <Field label="What happened?" {...(missing.includes('no-title') && { error: formProblems['no-title'] })}>
          <TextInput
            value={form.title}
            maxLength={200}
            placeholder="Checkout failed for 40 minutes"
            onChange={(event) => set({ title: event.target.value })}
            className="min-h-11 text-lg"
          />
        </Field>
        <Field label="Your name" {...(missing.includes('no-name') && { error: formProblems['no-name'] })}>
          <TextInput
            value={form.name}
            maxLength={80}
            autoComplete="name"
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        <KindOfReview kind={form.kind} boards={boards} own={own} onChange={(kind) => set({ kind })} />
        {likeOf(form.kind) === null && ownOf(form.kind, own) === null && (
          <RadioCards
            legend="How long do you have?"
            value={form.length}
            columns={4}
            options={lengths.map((each) => ({ value: String(each), label: `${each} min` }))}
            onChange={(length) => set({ length })}
            hint={form.kind === 'incident-review' ? whatIsShortened(form.length) : undefined}
          />
        )}
        <RadioCards
          legend="Notes"
          value={form.attribution}
          options={attributions}
          onChange={(attribution) => set({ attribution })}
        />
        <details className="group">
          <summary className="inline-flex min-h-9 list-none items-center gap-1 rounded-md font-medium text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
            <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
            Add incident details
          </summary>
          <IncidentDetails form={form} onChange={set} />
        </details>
        {problem && <ProblemNote title={problem.title}>{problem.detail} What you typed is kept.</ProblemNote>}
        <Button type="submit" variant="primary" busy={state === 'busy'} className="min-h-11 w-full sm:w-auto sm:px-6">
          Start the review
        </Button>
      </form>
    </Card>
  )
}
