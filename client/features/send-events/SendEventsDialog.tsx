import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../../shared/api/boards.ts'
import type { EventTokenFacts } from '../../../shared/api/events.ts'
import { getEventToken, makeEventToken, revokeEventToken } from '../../session/api.ts'
import { useSession } from '../../session/context.tsx'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { toast } from '../../ui/toast.ts'
import { Commands } from './Commands.tsx'
import { MadeBy } from './MadeBy.tsx'

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'none' }
  /** `token` only right after it was made: nobody can look it up later. */
  | { readonly state: 'made'; readonly facts: EventTokenFacts; readonly token: string | null }
  | { readonly state: 'failed'; readonly problem: Problem }

/** The token with which alerting, chat and deploy tools send events, and what to tell them. */
export function SendEventsDialog({ origin, onClose }: { readonly origin: string; readonly onClose: () => void }) {
  const { boardId } = useSession()
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' })
  const [asked, ask] = useState<'replace' | 'revoke' | null>(null)

  const load = useCallback(async () => {
    const answer = await getEventToken(boardId)
    if (!answer.allowed) setLoaded({ state: 'failed', problem: answer.reason })
    else if (answer.value.token === null) setLoaded({ state: 'none' })
    else setLoaded({ state: 'made', facts: answer.value.token, token: null })
  }, [boardId])
  useEffect(() => {
    void load()
  }, [load])

  const failed = (title: string, problem: Problem) => toast({ title, description: problem.detail, tone: 'danger' })
  const make = async () => {
    const answer = await makeEventToken(boardId)
    if (!answer.allowed) return failed('No token was made', answer.reason)
    setLoaded({ state: 'made', facts: answer.value, token: answer.value.token })
  }
  const revoke = async () => {
    const answer = await revokeEventToken(boardId)
    if (!answer.allowed) return failed('The token still works', answer.reason)
    setLoaded({ state: 'none' })
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Send events by HTTP"
      description="Alerting, chat and deploy tools add to the timeline by themselves, with a token of this board."
      size="lg"
    >
      <div className="space-y-5">
        {loaded.state === 'loading' && <Spinner label="Looking for a token" />}
        {loaded.state === 'failed' && (
          <ProblemNote title="It is not known whether there is a token" onTryAgain={load}>
            {loaded.problem.detail}
          </ProblemNote>
        )}
        {loaded.state === 'none' && (
          <div>
            <p className="text-ink-soft">There is no token yet. Whoever has it can add events, and nothing else.</p>
            <Button variant="primary" className="mt-3" onClick={() => void make()}>
              Make a token
            </Button>
          </div>
        )}
        {loaded.state === 'made' && (
          <>
            <MadeBy facts={loaded.facts} token={loaded.token} />
            <Commands sending={{ origin, board: boardId, token: loaded.token ?? 'YOUR_TOKEN' }} />
            <div className="flex flex-wrap gap-2 border-t border-line pt-4">
              <Button size="sm" onClick={() => ask('replace')}>
                Make a new token
              </Button>
              <Button size="sm" variant="ghost" onClick={() => ask('revoke')}>
                Revoke the token
              </Button>
            </div>
          </>
        )}
      </div>
      {asked !== null && (
        <AlertDialog
          open
          onClose={() => ask(null)}
          title={asked === 'replace' ? 'Make a new token?' : 'Revoke the token?'}
          description={
            asked === 'replace'
              ? 'The one before stops working at once. Give the new one to every tool that sends events.'
              : 'Tools that send events with it are refused from now on. What they have sent stays.'
          }
          confirm={asked === 'replace' ? 'Make a new token' : 'Revoke it'}
          onConfirm={() => void (asked === 'replace' ? make() : revoke())}
        />
      )}
    </Dialog>
  )
}
