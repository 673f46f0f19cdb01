import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../../shared/api/boards.ts'
import { type Invites, inviteLink } from '../../../shared/api/paths.ts'
import { getBoard } from '../../session/api.ts'
import { useSession } from '../../session/context.tsx'
import { useMe } from '../../session/hooks.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { ContinueElsewhere } from './ContinueElsewhere.tsx'
import { InviteLinks } from './InviteLinks.tsx'

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly invites: Invites | null }
  | { readonly state: 'failed'; readonly problem: Problem }

/** Links to the board: the participants' first, and the way to another device as oneself. */
export function ShareDialog({ origin, onClose }: { readonly origin: string; readonly onClose: () => void }) {
  const { boardId } = useSession()
  const isFacilitator = useMe().role === 'facilitator'
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' })

  const load = useCallback(async () => {
    const answer = await getBoard(boardId)
    if (answer.allowed) setLoaded({ state: 'loaded', invites: answer.value.invites ?? null })
    else setLoaded({ state: 'failed', problem: answer.reason })
  }, [boardId])
  useEffect(() => {
    void load()
  }, [load])

  return (
    <Dialog
      open
      onClose={onClose}
      title="Share this review"
      description={isFacilitator ? 'Whoever has a link can join. No account is needed.' : undefined}
    >
      <div className="space-y-6">
        {loaded.state === 'loading' && <Spinner label="Getting the links" />}
        {loaded.state === 'failed' && (
          <ProblemNote title="The links could not be fetched" onTryAgain={load}>
            {loaded.problem.detail}
          </ProblemNote>
        )}
        {loaded.state === 'loaded' && loaded.invites && (
          <InviteLinks
            links={{
              participant: inviteLink(origin, boardId, loaded.invites.participant),
              observer: inviteLink(origin, boardId, loaded.invites.observer),
              facilitator: inviteLink(origin, boardId, loaded.invites.facilitator),
            }}
            onRotated={() => void load()}
          />
        )}
        {loaded.state === 'loaded' && !loaded.invites && (
          <p className="text-ink-soft">
            Facilitators hand out the links to this review. Ask one of them to invite others.
          </p>
        )}
        <ContinueElsewhere />
      </div>
    </Dialog>
  )
}
