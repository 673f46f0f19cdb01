import { MessageSquareText } from 'lucide-react'
import { inviteLink } from '../../../shared/api/paths.ts'
import type { AgendaItem } from '../../../shared/review/session.ts'
import { getBoard } from '../../session/api.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { myZone } from '../../session/my-zone.ts'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { phaseMessage } from './phase-message.ts'

/** Copies what to post where the team talks; the link in it lets participants in. */
export function CopyPhaseMessage({ item }: { readonly item: AgendaItem }) {
  const { boardId } = useSession()
  const title = useSessionFacts((facts) => facts.title)

  const copy = async () => {
    const answer = await getBoard(boardId)
    const invite = answer.allowed ? answer.value.invites?.participant : undefined
    if (invite === undefined) {
      const description = answer.allowed ? 'Only facilitators have the link.' : answer.reason.detail
      return toast({ title: 'The link could not be fetched', description, tone: 'danger' })
    }
    const text = phaseMessage(title, item, inviteLink(window.location.origin, boardId, invite), myZone())
    try {
      await navigator.clipboard.writeText(text)
      toast({ title: 'Message copied', description: text })
    } catch {
      toast({ title: 'This browser did not let me copy', description: text, tone: 'danger' })
    }
  }
  return (
    <Button size="sm" variant="ghost" icon={<MessageSquareText />} onClick={() => void copy()}>
      Copy message for chat
    </Button>
  )
}
