import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { Role } from '../../../shared/review/people.ts'
import { useSession } from '../../session/context.tsx'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { CopyLink } from './CopyLink.tsx'
import { QrCode } from './QrCode.tsx'

const roleNames: Readonly<Record<Role, string>> = {
  participant: 'participants',
  observer: 'observers',
  facilitator: 'co-facilitators',
}

export function InviteLinks({
  links,
  onRotated,
}: {
  readonly links: Readonly<Record<Role, string>>
  readonly onRotated: () => void
}) {
  const session = useSession()
  const [rotating, setRotating] = useState<Role | null>(null)

  const rotate = async (role: Role) => {
    const answer = await session.command({ type: 'invite.rotate', role })
    if (!answer.allowed) {
      toast({ title: 'The link is as it was', description: answer.reason.detail, tone: 'danger' })
      return
    }
    toast({ title: `There is a new link for ${roleNames[role]}` })
    onRotated()
  }

  return (
    <>
      <div className="flex flex-col gap-5 sm:flex-row">
        <QrCode link={links.participant} label="Code that opens the participants’ link on a phone" />
        <div className="min-w-0 flex-1">
          <CopyLink label="For participants" hint="They write, vote and take actions." link={links.participant} />
          <p className="mt-3 text-sm text-ink-soft">
            In the same room? Let people point their phone’s camera at the code.
          </p>
        </div>
      </div>
      <details className="group border-t border-line pt-3">
        <summary className="inline-flex min-h-9 list-none items-center gap-1 rounded-md font-medium text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
          More links
        </summary>
        <div className="mt-2 space-y-4">
          <CopyLink
            label="For observers"
            hint="They see what everyone sees, and write nothing."
            link={links.observer}
          />
          <CopyLink
            label="For co-facilitators"
            hint="They lead the review like you. Give this to one or two people only."
            link={links.facilitator}
          />
          <div>
            <p className="font-medium">Has a link got around too far?</p>
            <p className="text-sm text-ink-soft">
              A new one makes the old one useless. Whoever has joined already stays.
            </p>
            <div className="mt-2 flex flex-wrap gap-2">
              {(['participant', 'observer', 'facilitator'] as const).map((role) => (
                <Button key={role} size="sm" onClick={() => setRotating(role)}>
                  New link for {roleNames[role]}
                </Button>
              ))}
            </div>
          </div>
        </div>
      </details>
      {rotating && (
        <AlertDialog
          open
          onClose={() => setRotating(null)}
          title={`Make a new link for ${roleNames[rotating]}?`}
          description="Invitations that were sent with the old link no longer work. Whoever has joined already stays."
          confirm="Make a new link"
          onConfirm={() => void rotate(rotating)}
        />
      )}
    </>
  )
}
