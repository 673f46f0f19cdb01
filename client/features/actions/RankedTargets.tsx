import { ChevronRight } from 'lucide-react'
import { turnoutText } from '../../../shared/report/votes-text.ts'
import { lastStanding, ranking } from '../../../shared/review/ranking.ts'
import { onlyChosen } from '../../../shared/review/tally.ts'
import { useEntries, useSessionFacts } from '../../session/hooks.ts'
import { useVoting } from '../../session/use-voting.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RankedTarget } from './RankedTarget.tsx'

/** What can be acted on, the most voted for first; what nobody voted for, or could, is folded away below. */
export function RankedTargets() {
  const { votable } = useVoting()
  const results = useEntries('results', (all) => [...all.values()])
  const session = useSessionFacts((facts) => facts)
  const standing = lastStanding({ results, session })
  const round = standing?.round ?? null
  const ranked = ranking({ votes: round?.votes ?? {}, room: round?.room }, votable, standing?.breaks)
  const most = Math.max(1, ...ranked.map((each) => each.votes))
  const winners = ranked.filter((each) => each.votes > 0)
  const wasAsked = new Set(onlyChosen(votable, round?.targets).targets)
  const rest = ranked.filter((each) => each.votes === 0)
  const folded = [
    { words: 'without votes', those: rest.filter(({ target }) => wasAsked.has(target)) },
    { words: 'not in this vote', those: rest.filter(({ target }) => !wasAsked.has(target)) },
  ]

  if (ranked.length === 0) {
    return <EmptyState title="Nothing to act on yet">Notes and themes appear here, ranked by their votes.</EmptyState>
  }
  return (
    <>
      <p className="mb-3 text-sm text-ink-soft">
        {round === null ? 'No votes were counted yet, so these are in the order of the board.' : turnoutText(round)}
      </p>
      <ol className="space-y-2">
        {(round === null ? ranked : winners).map((each) => (
          <RankedTarget
            key={each.target}
            ranked={each}
            most={most}
            isCounted={round !== null}
            tieBreaks={standing?.breaks.flatMap((tie) => tie.votes[each.target] ?? [])}
          />
        ))}
      </ol>
      {round !== null &&
        folded.map(
          ({ words, those }) =>
            those.length > 0 && (
              <details key={words} className="group/rest mt-3" open={winners.length === 0}>
                <summary className="flex w-fit list-none items-center gap-1 rounded-md py-1.5 text-ink-soft hover:text-ink">
                  <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open/rest:rotate-90" />
                  {those.length} {words}
                </summary>
                <ol className="mt-2 space-y-2">
                  {those.map((each) => (
                    <RankedTarget key={each.target} ranked={each} most={most} isCounted />
                  ))}
                </ol>
              </details>
            ),
        )}
    </>
  )
}
