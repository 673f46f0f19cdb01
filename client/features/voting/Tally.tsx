import { Layers } from 'lucide-react'
import type { RoundResult } from '../../../shared/review/entries.ts'
import type { Target } from '../../../shared/review/session.ts'
import { ranking } from '../../../shared/review/tally.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import { useEntryValue, useSessionFacts } from '../../session/hooks.ts'
import { Icon } from '../../ui/Icon.tsx'
import { type Round, useTargetText } from './use-round.ts'

/** The counted votes, the most first. */
export function Tally({ round, result }: { readonly round: Round; readonly result: RoundResult }) {
  const ranked = ranking(result, { targets: round.targets, countsFor: round.rules.countsFor })
  const most = Math.max(1, ...ranked.map(({ votes }) => votes))
  const chosen = ranked.filter(({ votes }) => votes > 0)
  const others = ranked.filter(({ votes }) => votes === 0)
  const counted = chosen.reduce((sum, { votes }) => sum + votes, 0)
  return (
    <div className="mx-auto max-w-216">
      <p className="tabular pb-4 text-ink-soft">
        {result.voters} {result.voters === 1 ? 'person' : 'people'} voted · {result.cast} cast = {counted} counted
      </p>
      <ol aria-label="Result" className="space-y-2">
        {chosen.map(({ target, votes, place }) => (
          <Row
            key={target}
            target={target}
            votes={votes}
            place={place}
            most={most}
            mine={round.mine.counted[target] ?? 0}
            label={result.labels[target] ?? ''}
          />
        ))}
      </ol>
      {chosen.length === 0 && <p className="text-ink-soft">Nobody voted in this round.</p>}
      {others.length > 0 && (
        <details className="mt-6 text-ink-soft">
          <summary className="tap cursor-pointer select-none hover:text-ink">{others.length} without votes</summary>
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

interface RowProps {
  readonly target: Target
  readonly votes: number
  readonly place: number
  readonly most: number
  readonly mine: number
  readonly label: string
}

function Row({ target, votes, place, most, mine, label }: RowProps) {
  const parsed = parseTarget(target)
  const text = useTargetText(target)
  const section = useEntryValue('notes', parsed?.kind === 'note' ? parsed.id : '', (note) => note?.section)
  const look = useSessionFacts(({ sections }) => sections.find((each) => each.id === section))
  return (
    <li
      data-hue={look?.color ?? 'gray'}
      className="relative flex list-none items-start gap-3 overflow-hidden rounded-lg border border-line bg-surface px-3 py-3 sm:gap-4 sm:px-4"
    >
      <span
        aria-hidden="true"
        className="absolute inset-y-0 left-0 border-r-2 border-hue bg-hue-soft transition-[width] duration-200"
        style={{ width: `${(votes / most) * 100}%` }}
      />
      <span className="tabular relative w-5 shrink-0 text-right font-semibold text-ink-soft">{place}</span>
      <span className="relative mt-1 text-hue">
        {parsed?.kind === 'theme' ? (
          <Layers aria-hidden className="size-4" />
        ) : (
          <Icon name={look?.icon ?? ''} className="size-4" />
        )}
      </span>
      <p className="relative min-w-0 flex-1 break-words whitespace-pre-wrap">{text || label}</p>
      <p className="tabular relative shrink-0 text-right">
        <span className="text-lg font-semibold">{votes}</span>{' '}
        <span className="text-sm text-ink-soft">{votes === 1 ? 'vote' : 'votes'}</span>
        {mine > 0 && <span className="block text-sm text-ink-soft">{mine} mine</span>}
      </p>
    </li>
  )
}

function Plain({ target }: { readonly target: Target }) {
  return <li className="break-words">{useTargetText(target)}</li>
}
