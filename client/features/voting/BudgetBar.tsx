import { UsersRound } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useSession } from '../../session/context.tsx'
import { useMe } from '../../session/hooks.ts'
import { useAbstains } from '../../session/use-voting.ts'
import { Button } from '../../ui/Button.tsx'
import { lazily } from '../../ui/lazily.ts'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { Budget } from './Budget.tsx'
import { type Round, useMyVoting, useRoomVotes } from './use-round.ts'

const BudgetDialog = lazily(async () => (await import('./BudgetDialog.tsx')).BudgetDialog)

/** What I have to give in the round that is open, and whether I do. */
export function BudgetBar({ round }: { readonly round: Round }) {
  const { mayVote } = useMyVoting(round)
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 @min-[40rem]:px-5 @min-[86rem]:px-6">
      {mayVote ? <MyVotes round={round} /> : <NoVotes />}
      <RoomVotes round={round} />
      <ChangeVotes round={round} />
    </div>
  )
}

function MyVotes({ round }: { readonly round: Round }) {
  const { verbs } = useSession()
  const { most } = useMyVoting(round)
  const abstains = useAbstains(round.id)
  const toggle = () => void verbs.setAbstains(!abstains)
  useShortcut(null, abstains ? 'Vote after all' : 'Abstain from this vote', toggle, { group: 'Me' })
  return (
    <>
      {abstains ? (
        <p role="status" className="font-medium">
          You abstain in this vote
        </p>
      ) : (
        <Budget votes={round.rules.votes} left={round.mine.left} />
      )}
      <Button size="sm" variant="ghost" onClick={toggle}>
        {abstains ? 'Vote after all' : 'Abstain'}
      </Button>
      <p className="order-last basis-full text-sm text-ink-soft @min-[40rem]:order-none @min-[40rem]:basis-auto">
        {round.result?.breaks !== undefined && 'A vote between equals. '}
        {most < round.rules.votes && `At most ${most} on one. `}
        {round.ballot === 'secret'
          ? 'Nobody sees your votes; all are counted together.'
          : 'Everyone sees the counts, nobody whose they are.'}
      </p>
    </>
  )
}

/** What is left of the votes of people in the room, for whoever gives them. */
function RoomVotes({ round }: { readonly round: Round }) {
  const room = useRoomVotes(round)
  if (room === null) return null
  return (
    <p className="tabular flex items-center gap-1.5">
      <UsersRound aria-hidden="true" className="size-4 text-ink-soft" />
      For {room.people} people in the room: {room.counted.left} of {round.rules.votes * room.people} votes left
    </p>
  )
}

function NoVotes() {
  const isObserver = useMe().role === 'observer'
  return <p className="text-ink-soft">{isObserver ? 'Observers don’t vote.' : 'You don’t vote in this round.'}</p>
}

function ChangeVotes({ round }: { readonly round: Round }) {
  const leads = useMe().role === 'facilitator'
  const [isOpen, setOpen] = useState(false)
  const { votes, maxPerTarget } = round.rules
  useShortcut(null, 'Change the votes', () => setOpen(true), { group: 'Leading the review', enabled: leads })
  if (!leads) return null
  return (
    <>
      <Button size="sm" className="ml-auto" onClick={() => setOpen(true)}>
        <span>
          Change <span className="max-sm:sr-only">the votes</span>
        </span>
      </Button>
      {isOpen && (
        <Suspense>
          <BudgetDialog budget={{ votes, maxPerTarget }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
