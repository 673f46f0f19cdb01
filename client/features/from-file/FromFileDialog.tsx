import { useState } from 'react'
import { type ImportBoard, isOfFile } from '../../../shared/api/board-file.ts'
import type { BoardListing, Problem } from '../../../shared/api/boards.ts'
import { longestName } from '../../../shared/review/names.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { remember, remembered } from '../../ui/remembered.ts'
import { ChooseFile, type ChosenFile } from './ChooseFile.tsx'
import { FilePreview } from './FilePreview.tsx'
import { FileProblems } from './FileProblems.tsx'

export interface FromFileProps {
  /** The reviews this person is on: a file of one of them makes no second one. */
  readonly boards: readonly BoardListing[]
  /** Answers with the problem, if there is one. */
  readonly onBring: (body: ImportBoard) => Promise<Problem | null>
  readonly onClose: () => void
}

/** A review on its way in: nothing happens before it was looked at. */
export function FromFileDialog({ boards, onBring, onClose }: FromFileProps) {
  const [chosen, setChosen] = useState<ChosenFile | null>(null)
  const [name, setName] = useState(() => remembered('name') ?? '')
  const [state, setState] = useState<'ready' | 'asked' | 'busy'>('ready')
  const [problem, setProblem] = useState<Problem | null>(null)
  const file = chosen?.read.state === 'read' ? chosen.read.file : null
  const here = file && boards.find((board) => board.role === 'facilitator' && isOfFile(board, file))
  const isNameless = !here && name.trim() === ''

  const choose = (next: ChosenFile) => {
    setChosen(next)
    setProblem(null)
  }
  const bring = async () => {
    if (file === null) return
    if (isNameless) return setState('asked')
    setState('busy')
    setProblem(null)
    remember('name', name)
    const refused = await onBring({ file, ...(!here && { name: name.trim() }) })
    setState('ready')
    setProblem(refused)
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Import a review"
      description="JSON or “Board as one file” from a report page, or the write-up of an incident. Look first at what it holds."
      size="lg"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={file === null} busy={state === 'busy'} onClick={() => void bring()}>
            {here ? 'Add what is missing' : 'Import the review'}
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        <ChooseFile chosen={chosen?.name ?? null} onChoose={choose} />
        {chosen?.read.state === 'refused' && <FileProblems name={chosen.name} problems={chosen.read.problems} />}
        {file && <FilePreview file={file} here={here?.title ?? null} />}
        {file && !here && (
          <Field
            label="Your name"
            {...(state === 'asked' && isNameless && { error: 'The others need to know who you are.' })}
          >
            <TextInput
              value={name}
              maxLength={longestName}
              autoComplete="name"
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
        )}
        {problem && <ProblemNote title={problem.title}>{problem.detail}</ProblemNote>}
      </div>
    </Dialog>
  )
}
