import { Vote } from 'lucide-react'
import type { Target } from '../../../shared/review/session.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import { usePlacement } from '../../session/hooks.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { BudgetBar } from './BudgetBar.tsx'
import { Counted } from './Counted.tsx'
import { FollowedNotice, ReturnedNotice, TooManyNotice } from './Notices.tsx'
import { type Round, useMyVoting, useRoomVotes, useRound } from './use-round.ts'
import { VoteTarget } from './VoteTarget.tsx'

/** Votes while a round is open, and what they came to once it is counted. */
export function VoteView() {
  const round = useRound()
  useShortcut('v', 'Give a vote to the chosen note or theme', () => press('[data-give-vote]'), { group: 'Votes' })
  return (
    <div className="@container flex h-full min-h-0 flex-col">
      {round.state === 'open' && <BudgetBar round={round} />}
      <div data-scroller className="min-h-0 flex-1 overflow-y-auto px-4 pt-4 pb-10 @min-[40rem]:px-5 @min-[86rem]:px-6">
        {round.state === 'open' && <ReturnedNotice round={round} />}
        {round.state === 'open' && <TooManyNotice round={round} />}
        {round.state === 'open' && <FollowedNotice round={round} />}
        {round.state === 'counted' && round.result ? (
          <Counted round={round} result={round.result} />
        ) : (
          <Targets round={round} />
        )}
      </div>
    </div>
  )
}

/** Everything that takes votes: themes first, then the notes that are in none, section by section. */
function Targets({ round }: { readonly round: Round }) {
  const placement = usePlacement()
  const themes = round.targets.filter((on) => parseTarget(on)?.kind === 'theme')
  const sectionOf = (on: Target) => placement.notes.get(parseTarget(on)?.id ?? '')?.section
  if (round.targets.length === 0) {
    return (
      <EmptyState icon={<Vote />} title="Nothing to vote on yet">
        Votes go to themes, and to notes that are in none.
      </EmptyState>
    )
  }
  const bySection = placement.sections
    .map(({ section }) => ({
      section,
      targets: round.targets.filter((on) => parseTarget(on)?.kind === 'note' && sectionOf(on) === section.id),
    }))
    .filter(({ targets }) => targets.length > 0)
  return (
    <div className="space-y-6">
      {themes.length > 0 && (
        <Group title="Themes">
          <List label="Themes" round={round} targets={themes} isWide />
        </Group>
      )}
      <div className={columns}>
        {bySection.map(({ section, targets }) => (
          <Group key={section.id} title={section.title} icon={section.icon} hue={section.color}>
            <List label={section.title} round={round} targets={targets} />
          </Group>
        ))}
      </div>
    </div>
  )
}

/** The sections stand side by side as they do while notes are discussed. */
const columns = 'grid gap-x-4 gap-y-6 @min-[40rem]:grid-cols-2 @min-[58rem]:grid-cols-4 @min-[86rem]:gap-x-5'

function Group({
  title,
  icon,
  hue = 'gray',
  children,
}: {
  readonly title: string
  readonly icon?: string
  readonly hue?: string
  readonly children: React.ReactNode
}) {
  return (
    <section aria-label={title} data-hue={hue} className="min-w-0">
      <h2 className="flex items-center gap-2 pb-2 font-semibold">
        {icon && <Icon name={icon} className="size-4.5 shrink-0 text-hue" />}
        {title}
      </h2>
      {children}
    </section>
  )
}

interface ListProps {
  readonly label: string
  readonly round: Round
  readonly targets: readonly Target[]
  readonly isWide?: boolean
}

function List({ label, round, targets, isWide = false }: ListProps) {
  const { most, mayVote } = useMyVoting(round)
  const room = useRoomVotes(round)
  const isShown = round.state === 'open' && round.ballot === 'open'
  return (
    <ul aria-label={label} className={isWide ? columns : 'space-y-3'}>
      {targets.map((on) => (
        <VoteTarget
          key={on}
          target={on}
          mine={round.mine.counted[on] ?? 0}
          most={most}
          left={round.mine.left}
          mayVote={mayVote}
          room={room === null ? null : (room.counted.counted[on] ?? 0)}
          roomMost={round.rules.maxPerTarget * (room?.people ?? 0)}
          roomLeft={room?.counted.left ?? 0}
          everyone={isShown ? (round.result?.votes[on] ?? 0) : null}
        />
      ))}
    </ul>
  )
}

/** Presses a button of the card that has the keyboard, as a click there would. */
function press(selector: string): void {
  const card = document.activeElement?.closest('article')
  card?.querySelector<HTMLButtonElement>(selector)?.click()
}
