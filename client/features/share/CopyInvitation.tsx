import { Mail } from 'lucide-react'
import { useEffect, useState } from 'react'
import { inviteLink } from '../../../shared/api/paths.ts'
import { getBoard } from '../../session/api.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { useKeptText } from '../../session/keep.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { invitationText } from './invitation-text.ts'

/** When it is, and the text to send: agenda, link, and the reminder that nobody is to blame. */
export function CopyInvitation({ origin }: { readonly origin: string }) {
  return (
    <Popover
      title="Invitation"
      trigger={
        <Button size="sm" icon={<Mail />}>
          Copy invitation
        </Button>
      }
    >
      <Invitation origin={origin} />
    </Popover>
  )
}

function Invitation({ origin }: { readonly origin: string }) {
  const { boardId } = useSession()
  const { title, agenda } = useSessionFacts((facts) => ({ title: facts.title, agenda: facts.agenda }))
  const [when, setWhen] = useKeptText('invitation-when')
  const [link, setLink] = useState<string | null>(null)

  useEffect(() => {
    let isShown = true
    void getBoard(boardId).then((answer) => {
      const invite = answer.allowed ? answer.value.invites?.participant : undefined
      if (isShown && invite !== undefined) setLink(inviteLink(origin, boardId, invite))
    })
    return () => {
      isShown = false
    }
  }, [boardId, origin])

  const text = link === null ? '' : invitationText({ title, when: inWords(when), agenda, link })
  return (
    <div className="w-96 max-w-full space-y-3">
      <Field label="When" optional>
        <TextInput type="datetime-local" value={when} onChange={(event) => setWhen(event.target.value)} />
      </Field>
      <pre className="max-h-56 overflow-y-auto rounded-md border border-line bg-sunken p-3 font-sans text-sm whitespace-pre-wrap">
        {text === '' ? 'Getting the link…' : text}
      </pre>
      {text !== '' && <CopyButton text={text} label="Copy invitation" variant="primary" />}
    </div>
  )
}

/** `Thursday, 12 March 2026, 14:00 CET`; null while nothing is chosen. */
function inWords(local: string): string | null {
  const date = new Date(local)
  if (local === '' || Number.isNaN(date.getTime())) return null
  return date.toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
}
