import { CircleAlert, CornerDownRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { type FollowedVotes, followedVotes } from '../../../shared/review/ballot.ts'
import type { RoundResult } from '../../../shared/review/entries.ts'
import { showsWhose } from '../../../shared/review/late-ballots.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import { useSession } from '../../session/context.tsx'
import { useMe } from '../../session/hooks.ts'
import { useLateVotes } from '../../session/use-late-votes.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { toast } from '../../ui/toast.ts'
import type { Round } from './use-round.ts'
import { useReturned, useTargetTexts } from './use-round.ts'

/** Votes of mine that came back because what they lay on was removed. */
export function ReturnedNotice({ round }: { readonly round: Round }) {
  const { view } = useSession()
  const returned = useReturned(round.mine)
  if (returned.length === 0) return null
  const votes = returned.reduce((sum, each) => sum + each.votes, 0)
  const labels = returned.map(({ target }) => {
    const [kind, id = ''] = target.split(':')
    const entry =
      kind === 'theme' ? view.entries.themes.entry(id).get()?.label : view.entries.notes.entry(id).get()?.text
    return entry ? `“${entry.slice(0, 60)}”` : 'something'
  })
  return (
    <Notice>
      {votes === 1 ? 'A vote came' : `${votes} votes came`} back to you: {labels.join(', ')}{' '}
      {returned.length === 1 ? 'was' : 'were'} removed.
    </Notice>
  )
}

/** Votes of mine for which there is no room since everybody has fewer: they stay mine, and count once there is. */
export function TooManyNotice({ round }: { readonly round: Round }) {
  const tooMany = round.mine.returned.filter(({ why }) => why !== 'target-is-gone')
  const votes = tooMany.reduce((sum, each) => sum + each.votes, 0)
  if (votes === 0) return null
  const { votes: each, maxPerTarget } = round.rules
  return (
    <Notice>
      {votes === 1 ? 'One of your votes does' : `${votes} of your votes do`} not count for now: everybody has {each},
      and at most {Math.min(each, maxPerTarget)} on one. Take some back to choose which.
    </Notice>
  )
}

/** Votes of mine that count for a theme by now, since their note was put there. */
export function FollowedNotice({ round }: { readonly round: Round }) {
  const followed = followedVotes(round.mine, round.rules.countsFor)
  const themes = new Set(followed.map(({ to }) => to))
  const labels = useTargetTexts([...themes])
  const votes = followed.reduce((sum, each) => sum + each.votes, 0)
  if (votes === 0) return null
  return (
    <Notice tone="quiet">
      {votes === 1 ? 'A vote of yours' : `${votes} of your votes`} followed {followedWhat(followed, votes)} into{' '}
      {labels.map((label) => `“${label}”`).join(', ')}.
    </Notice>
  )
}

function followedWhat(followed: readonly FollowedVotes[], votes: number): string {
  const kinds = new Set(followed.map(({ from }) => parseTarget(from)?.kind))
  if (kinds.size > 1) return 'what they lay on'
  const kind = kinds.has('theme') ? 'theme' : 'note'
  return `${votes === 1 ? 'its' : 'their'} ${kind}${followed.length === 1 ? '' : 's'}`
}

/** Votes that came after the count: their voter is told, and the facilitator may count again. */
export function LateNotice({ round, result }: { readonly round: Round; readonly result: Pick<RoundResult, 'late'> }) {
  const mine = useLateVotes(round.id)
  const me = useMe()
  if (result.late === 0) return null
  return (
    <>
      {mine > 0 && (
        <Notice>
          Your {mine === 1 ? 'vote' : `${mine} votes`} came after the count and {mine === 1 ? 'waits' : 'wait'}. The
          facilitator can count again.
        </Notice>
      )}
      {me.role === 'facilitator' && (
        <Notice action={<Recount />}>
          {result.late === 1 ? 'One person’s votes' : `The votes of ${result.late} people`} came after the count.
          {showsWhose(result.late) && ' Counting again would show whose they are.'}
        </Notice>
      )}
    </>
  )
}

function Recount() {
  const session = useSession()
  const recount = async () => {
    const answer = await session.command({ type: 'round.recount' })
    if (!answer.allowed) toast({ title: 'The votes could not be counted again', tone: 'danger' })
  }
  return (
    <Button size="sm" onClick={() => void recount()}>
      Count again
    </Button>
  )
}

function Notice({
  children,
  action,
  tone = 'amber',
}: {
  readonly children: ReactNode
  readonly action?: ReactNode
  readonly tone?: 'amber' | 'quiet'
}) {
  const Mark = tone === 'amber' ? CircleAlert : CornerDownRight
  return (
    <div
      role="status"
      className={classes(
        'mb-4 flex flex-wrap items-center gap-3 rounded-lg px-3 py-2.5',
        tone === 'amber' ? 'bg-amber-soft text-amber' : 'bg-sunken text-ink-soft',
      )}
    >
      <Mark aria-hidden="true" className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </div>
  )
}
