import { ChevronRight, Layers } from 'lucide-react'
import { Fragment } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import { ranking, tiesIn } from '../../../shared/review/ranking.ts'
import type { Target } from '../../../shared/review/session.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import { useEntryValue, useSessionFacts } from '../../session/hooks.ts'
import { useVoting } from '../../session/use-voting.ts'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Tie } from './Tie.tsx'
import { useMyCounted, useTargetText } from './use-round.ts'

/** The counted votes, the most first. */
export function Tally({
  result,
  breaks,
}: {
  readonly result: Entry<'results'>
  readonly breaks: readonly Entry<'results'>[]
}) {
  const { votable } = useVoting()
  const mine = useMyCounted(result)
  const ranked = ranking(result, votable, breaks)
  const room = roomNow(result, votable.countsFor)
  const ties = tiesIn(ranked)
  const most = Math.max(1, ...ranked.map(({ votes }) => votes))
  const chosen = ranked.filter(({ votes }) => votes > 0)
  const others = ranked.filter(({ votes }) => votes === 0)
  const all = chosen.reduce((sum, { votes }) => sum + votes, 0)
  const ofRoom = Object.values(result.room?.votes ?? {}).reduce((sum, votes) => sum + votes, 0)
  const counted = all - ofRoom
  return (
    <div>
      <p className="tabular pb-4 text-ink-soft">
        {turnout(result)}
        {result.cast > 0 && ` · ${result.cast} cast = ${counted} counted`}
        {result.room !== undefined && (
          <span className="block">
            For {result.room.people} people in the room · {result.room.cast} cast = {ofRoom} counted
          </span>
        )}
      </p>
      <ol aria-label="Result" className="space-y-2">
        {chosen.map(({ target, votes, place }) => (
          <Fragment key={target}>
            <Row
              target={target}
              votes={votes}
              place={place}
              most={most}
              mine={mine[target] ?? 0}
              room={room[target] ?? 0}
              label={result.labels[target] ?? ''}
              tieBreaks={breaks.flatMap((each) => each.votes[target] ?? [])}
            />
            {ties.flatMap((tied) =>
              tied.at(-1) === target ? [<Tie key="tie" of={result.id} tied={tied} place={place} />] : [],
            )}
          </Fragment>
        ))}
      </ol>
      {chosen.length === 0 && <p className="text-ink-soft">Nobody voted in this round.</p>}
      {others.length > 0 && (
        <details className="group/rest mt-6 text-ink-soft">
          <summary className="tap flex cursor-pointer list-none items-center gap-1 select-none hover:text-ink">
            <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open/rest:rotate-90" />
            {others.length} without votes
          </summary>
          <ul className="mt-2 list-disc space-y-1 pl-5">
            {others.map(({ target }) => (
              <Plain key={target} target={target} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** The votes of people in the room, at what they count for by now. */
function roomNow({ room }: Entry<'results'>, countsFor: ReadonlyMap<Target, Target>): Readonly<Record<string, number>> {
  const now: Record<string, number> = {}
  for (const [key, votes] of Object.entries(room?.votes ?? {})) {
    const on = parseTarget(key)?.target
    const at = on === undefined ? key : (countsFor.get(on) ?? on)
    now[at] = (now[at] ?? 0) + votes
  }
  return now
}

function turnout({ voters, eligible, abstained = 0 }: Entry<'results'>): string {
  const of = eligible === undefined ? '' : ` of ${eligible}`
  const people = eligible === undefined && voters === 1 ? 'person' : 'people'
  return `${voters}${of} ${people} voted${abstained === 0 ? '' : ` · ${abstained} abstained`}`
}

interface RowProps {
  readonly target: Target
  readonly votes: number
  readonly place: number
  readonly most: number
  readonly mine: number
  readonly room: number
  readonly label: string
  /** Its votes in each round that broke ties. */
  readonly tieBreaks: readonly number[]
}

function Row({ target, votes, place, most, mine, room, label, tieBreaks }: RowProps) {
  const parsed = parseTarget(target)
  const text = useTargetText(target)
  const section = useEntryValue('notes', parsed?.kind === 'note' ? parsed.id : '', (note) => note?.section)
  const look = useSessionFacts(({ sections }) => sections.find((each) => each.id === section))
  return (
    <li
      data-hue={look?.color ?? 'gray'}
      className="flex list-none items-start gap-3 rounded-lg border border-line bg-surface px-3 py-3 sm:gap-4 sm:px-4"
    >
      <span className="tabular w-5 shrink-0 text-right font-semibold text-ink-soft">{place}</span>
      <span className="mt-1 text-hue">
        {parsed?.kind === 'theme' ? (
          <Layers aria-hidden="true" className="size-4" />
        ) : (
          <Icon name={look?.icon ?? ''} className="size-4" />
        )}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-start justify-between gap-3 sm:gap-4">
          <p
            className={classes('min-w-0 break-words whitespace-pre-wrap', parsed?.kind === 'theme' && 'font-semibold')}
          >
            {text || label}
          </p>
          <p className="tabular shrink-0 text-right leading-5 whitespace-nowrap">
            <span className="text-lg font-semibold">{votes}</span>{' '}
            <span className="text-sm text-ink-soft">{votes === 1 ? 'vote' : 'votes'}</span>
            {tieBreaks.length > 0 && (
              <span className="block text-sm text-ink-soft">+{tieBreaks.join(', ')} between equals</span>
            )}
            {room > 0 && <span className="block text-sm text-ink-soft">{room} in the room</span>}
            {mine > 0 && <span className="block text-sm text-ink-soft">{mine} mine</span>}
          </p>
        </div>
        {/* As wide in each row, whatever stands beside: bars are compared. [VOTEUI11] */}
        <span aria-hidden="true" className="mt-2 block h-1.5 overflow-hidden rounded-full bg-ink/8">
          <span
            className="block h-full rounded-full bg-hue transition-[width] duration-200"
            style={{ width: `${(votes / most) * 100}%` }}
          />
        </span>
      </div>
    </li>
  )
}

function Plain({ target }: { readonly target: Target }) {
  return <li className="break-words">{useTargetText(target)}</li>
}
