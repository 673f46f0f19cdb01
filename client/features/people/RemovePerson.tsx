import type { Person } from '../../../shared/review/people.ts'
import { useSession } from '../../session/context.tsx'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { toast } from '../../ui/toast.ts'

export function RemovePerson({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const session = useSession()
  const remove = async () => {
    const answer = await session.command({ type: 'person.remove', person: person.id })
    if (answer.allowed) toast({ title: `${person.name} was removed` })
    else toast({ title: `${person.name} is still here`, description: answer.reason.detail, tone: 'danger' })
  }
  return (
    <AlertDialog
      open
      danger
      title={`Remove ${person.name} from the review?`}
      description="They can no longer see the board. Their notes and actions stay; notes not yet revealed stay with them, and their votes in an open round don’t count. The link they came with still works: make a new one in Share to keep them out."
      confirm="Remove"
      onClose={onClose}
      onConfirm={() => void remove()}
    />
  )
}
