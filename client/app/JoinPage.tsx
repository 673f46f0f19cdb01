import type { Invitation, Problem } from '../../shared/api/boards.ts'
import { JoinForm, type Joining } from '../features/join/JoinForm.tsx'
import { roleSentences } from '../features/join/role-sentences.ts'
import { WhoIsThere } from '../features/join/WhoIsThere.tsx'
import { QrCode } from '../features/share/QrCode.tsx'
import { Card } from '../ui/Card.tsx'
import { Wordmark } from './Wordmark.tsx'

/** Somebody with a link, and one thing to do. */
export function JoinPage({
  invitation,
  link,
  onJoin,
}: {
  readonly invitation: Invitation
  readonly link: string
  readonly onJoin: (joining: Joining) => Promise<Problem | null>
}) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-136 flex-col px-5 pb-12">
      <title>{`Join: ${invitation.title}`}</title>
      <header className="py-5">
        <Wordmark />
      </header>
      <main className="flex flex-1 flex-col justify-center gap-6 py-4">
        <div className="space-y-2">
          <p className="text-ink-soft">{roleSentences[invitation.role ?? 'participant']}</p>
          <h1 className="text-2xl font-semibold">{invitation.title}</h1>
          <WhoIsThere people={invitation.people} />
        </div>
        <Card className="p-5 sm:p-7">
          <JoinForm invitation={invitation} onJoin={onJoin} />
        </Card>
        <section className="flex items-center gap-5 max-sm:hidden">
          <QrCode link={link} label="Code that opens this page on a phone" size="sm" />
          <div>
            <h2 className="font-medium">Sharing a screen?</h2>
            <p className="text-ink-soft">
              {invitation.role === 'observer'
                ? 'Follow it on your phone, too.'
                : 'Join on your phone too, and write without anyone looking over your shoulder.'}
            </p>
          </div>
        </section>
      </main>
    </div>
  )
}
