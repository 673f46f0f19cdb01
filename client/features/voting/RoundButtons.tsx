import { RefreshCw, Vote } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { Command } from '../../../shared/api/commands.ts'
import { showsWhose } from '../../../shared/review/late-ballots.ts'
import { openRoundOf } from '../../../shared/review/round.ts'
import { useSession } from '../../session/context.tsx'
import { useEntries, useEntryValue, usePhase, useSessionFacts } from '../../session/hooks.ts'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { lazily } from '../../ui/lazily.ts'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { toast } from '../../ui/toast.ts'

const NewRoundDialog = lazily(async () => (await import('./NewRoundDialog.tsx')).NewRoundDialog)

type Question = 'count' | 'again' | 'new'

/** Counting, counting again and voting anew; `votesLeft` of those who take part, null where nobody knows. */
export function RoundButtons({ votesLeft }: { readonly votesLeft: number | null }) {
  const session = useSession()
  const { item, kind } = usePhase()
  const isOpen = useEntries('results', (rounds) => openRoundOf(rounds, item.id) !== null)
  const round = useSessionFacts((facts) => facts.round)
  const late = useEntryValue('results', round ?? '', (result) => (result?.closedAt == null ? 0 : result.late))
  const [asked, setAsked] = useState<Question | null>(null)

  const send = async (command: Command, done: string) => {
    const answer = await session.command(command)
    if (answer.allowed) toast({ title: done })
    else toast({ title: 'The vote is as it was', description: answer.reason.detail, tone: 'danger' })
  }
  const askToCount = () => ((votesLeft ?? 0) > 0 ? setAsked('count') : count())
  const isVoting = kind === 'vote'
  useShortcut(null, 'Count the votes', askToCount, { group: 'Leading the review', enabled: isVoting && isOpen })
  useShortcut(null, 'Vote anew', () => setAsked('new'), { group: 'Leading the review', enabled: isVoting && !isOpen })
  const count = () => void send({ type: 'round.close' }, 'The votes are counted')
  const countAgain = () => void send({ type: 'round.recount' }, 'The votes are counted again')

  return (
    <>
      {!isOpen && late > 0 && (
        <Button icon={<RefreshCw />} onClick={() => (showsWhose(late) ? setAsked('again') : countAgain())}>
          Count again <span className="max-xl:sr-only">· {late} came late</span>
        </Button>
      )}
      {/* One button, so that the keyboard stays with it when the votes are counted. [A11Y9] */}
      {isVoting && (
        <Button icon={isOpen ? <Vote /> : undefined} onClick={isOpen ? askToCount : () => setAsked('new')}>
          {isOpen ? 'Count votes' : 'Vote anew'}
        </Button>
      )}
      <AlertDialog
        open={asked === 'count'}
        onClose={() => setAsked(null)}
        title="Count the votes now?"
        description={`${votesLeft} vote${votesLeft === 1 ? ' is' : 's are'} not cast yet. Votes that come later wait, and you can count again.`}
        confirm="Count votes"
        cancel="Wait"
        onConfirm={count}
      />
      <AlertDialog
        open={asked === 'again'}
        onClose={() => setAsked(null)}
        title="Count again for one person?"
        description="Only one person’s votes came late. Whoever compares the two counts sees where those went."
        confirm="Count again"
        onConfirm={countAgain}
      />
      {asked === 'new' && (
        <Suspense>
          <NewRoundDialog onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  )
}
