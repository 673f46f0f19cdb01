import { useState } from 'react'
import type { Budget } from '../../../shared/review/entries.ts'
import { useSession } from '../../session/context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { BudgetFields } from './BudgetFields.tsx'

/** Gives everybody more or fewer votes while the vote runs; what they gave stays theirs. */
export function BudgetDialog({ budget: agreed, onClose }: { readonly budget: Budget; readonly onClose: () => void }) {
  const session = useSession()
  const [budget, setBudget] = useState(agreed)
  const [problem, setProblem] = useState<string | null>(null)

  const save = async () => {
    const answer = await session.command({ type: 'settings.set', ...budget })
    if (answer.allowed) onClose()
    else setProblem(answer.reason.detail)
  }
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title="Change the votes"
      description="No vote is lost: what is too much for now is told to its voter, and counts again once there is room."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={() => void save()}>
            Change the votes
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {problem && <ProblemNote title="The votes are as they were">{problem}</ProblemNote>}
        <BudgetFields budget={budget} onChange={setBudget} />
      </div>
    </Dialog>
  )
}
