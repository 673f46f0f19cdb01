import { useSession } from '../../session/context.tsx'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { toast } from '../../ui/toast.ts'

/** Asks before the review is closed for everyone. */
export function FinishDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const finish = async () => {
    const answer = await session.command({ type: 'board.close' })
    if (!answer.allowed) {
      toast({ title: 'The review goes on', description: answer.reason.detail, tone: 'danger' })
      return
    }
    toast({
      id: 'status',
      title: 'The review is finished',
      action: { label: 'Reopen', onClick: () => void session.command({ type: 'board.reopen' }) },
    })
  }
  return (
    <AlertDialog
      open
      onClose={onClose}
      title="Finish the review?"
      description="Notes, themes and the record can then only be read. Actions and check-ins go on, the report stays, and you can reopen the review at any time."
      confirm="Finish review"
      cancel="Go on"
      onConfirm={() => void finish()}
    />
  )
}
