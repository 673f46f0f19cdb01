import { Smartphone } from 'lucide-react'
import { useState } from 'react'
import { linkToMe } from '../../session/api.ts'
import { useSession } from '../../session/context.tsx'
import { useMe } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { CopyLink } from './CopyLink.tsx'
import { QrCode } from './QrCode.tsx'

/** A link that makes another device the same person: once, and soon. */
export function ContinueElsewhere() {
  const { boardId } = useSession()
  const me = useMe()
  const [link, setLink] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const make = async () => {
    setBusy(true)
    const answer = await linkToMe(boardId)
    setBusy(false)
    if (answer.allowed) setLink(answer.value.link)
    else toast({ title: 'There is no link yet', description: answer.reason.detail, tone: 'danger' })
  }

  return (
    <section className="border-t border-line pt-4">
      <h3 className="font-medium">Continue on another device</h3>
      <p className="text-sm text-ink-soft">As {me.name}, with your notes and your votes. For you alone.</p>
      {link === null ? (
        <Button className="mt-2" icon={<Smartphone />} busy={busy} onClick={() => void make()}>
          Make a link to me
        </Button>
      ) : (
        <div className="mt-3 flex flex-col gap-5 sm:flex-row">
          <QrCode link={link} label={`Code that opens this review on another device as ${me.name}`} />
          <div className="min-w-0 flex-1">
            <CopyLink label="Link to me" hint="Works once, within ten minutes." link={link} />
          </div>
        </div>
      )}
    </section>
  )
}
