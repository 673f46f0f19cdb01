import { Minus, Plus } from 'lucide-react'
import type { WriteRefusal } from '../../../shared/document/may.ts'
import type { BallotRoot } from '../../../shared/document/read.ts'
import type { VoteRefusal } from '../../../shared/review/ballot.ts'
import type { Target } from '../../../shared/review/session.ts'
import { useSession } from '../../session/context.tsx'
import { announce } from '../../ui/announce.ts'
import { classes } from '../../ui/classes.ts'

interface Props {
  readonly target: Target
  readonly text: string
  readonly mine: number
  readonly most: number
  readonly left: number
  /** Whose votes they are: mine, or those of people in the room. */
  readonly root?: BallotRoot
}

/** One press gives a vote, one takes it back. */
export function VoteButtons({ target, text, mine, most, left, root = 'ballots' }: Props) {
  const { verbs } = useSession()
  const ofRoom = root === 'ballots' ? '' : ' of the room'
  const whose = root === 'ballots' ? 'my votes' : 'the room’s votes'
  const give = () => {
    const given = verbs.castVote(target, root)
    announce(given.allowed ? `${mine + 1} on this, ${left - 1} left` : refusals[given.reason])
  }
  const take = () => {
    if (verbs.takeBackVote(target, root).allowed) announce(`${mine - 1} on this, ${left + 1} left`)
  }
  return (
    <div
      className={classes(
        'flex shrink-0 items-center rounded-full border bg-surface transition-colors',
        mine > 0 ? 'border-ink' : 'border-line-strong',
      )}
    >
      <button
        type="button"
        aria-label={`Take back a vote${ofRoom} from ${text}`}
        disabled={mine === 0}
        onClick={take}
        className={button}
      >
        <Minus aria-hidden="true" className="size-4" />
      </button>
      <Dots mine={mine} most={most} whose={whose} />
      <button
        type="button"
        data-give-vote
        aria-label={`Vote${ofRoom} for ${text}`}
        disabled={left === 0 || mine >= most}
        onClick={give}
        className={button}
      >
        <Plus aria-hidden="true" className="size-4" />
      </button>
    </div>
  )
}

const button =
  'inline-flex size-9 items-center justify-center rounded-full transition-colors hover:bg-ink hover:text-paper disabled:opacity-30 disabled:hover:bg-transparent disabled:hover:text-ink pointer-coarse:size-11'

/** The votes given here: dots up to five, beyond that a number. */
function Dots({ mine, most, whose }: { readonly mine: number; readonly most: number; readonly whose: string }) {
  const shown = Math.max(most, mine)
  return (
    <span className="tabular inline-flex min-w-12 items-center justify-center gap-1">
      <span className="sr-only">{`${mine === 0 ? 'None' : mine} of ${whose}`}</span>
      {shown > 5 ? (
        <span aria-hidden="true" className="font-semibold">
          {mine}
        </span>
      ) : (
        Array.from({ length: shown }, (_, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
            key={index}
            aria-hidden="true"
            className={classes(
              'size-2.5 rounded-full transition-[background-color,transform]',
              index < mine ? 'scale-110 bg-ink' : 'bg-ink/15',
            )}
          />
        ))
      )}
    </span>
  )
}

const refusals: Readonly<Record<VoteRefusal | WriteRefusal, string>> = {
  'no-votes-left': 'No votes left. Take one back to move it.',
  'target-is-full': 'No more of your votes fit here.',
  'round-is-closed': 'The votes have been counted.',
  'no-such-target': 'This can’t be voted on.',
  'server-only': 'This can’t be voted on.',
  'not-the-author': 'This can’t be voted on.',
  'removed-from-board': 'You are no longer on this board.',
  observer: 'Observers don’t vote.',
  'board-closed': 'The review is finished.',
  'board-locked': 'Only facilitators write now.',
}
