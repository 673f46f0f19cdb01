import { useState } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import { standingOf } from '../../../shared/review/ranking.ts'
import { useEntries, usePhase } from '../../session/hooks.ts'
import { RadioCards } from '../../ui/RadioCards.tsx'
import { LateNotice } from './Notices.tsx'
import { Tally } from './Tally.tsx'
import type { Round } from './use-round.ts'

/** What was counted in this phase: the last round first, and the way to those before it. */
export function Counted({ round, result }: { readonly round: Round; readonly result: Entry<'results'> }) {
  const { item } = usePhase()
  const rounds = useEntries('results', (all) => [...all.values()])
  const last = standingOf(rounds, result).round
  const heads = rounds
    .filter((each) => each.phase === item.id && each.closedAt !== null && standingOf(rounds, each).round.id === each.id)
    .sort((a, b) => a.openedAt - b.openedAt)
  const [chosen, choose] = useState<string | null>(null)
  const shown = heads.find(({ id }) => id === chosen) ?? last
  return (
    <div className="mx-auto max-w-216">
      <LateNotice round={round} result={result} />
      {heads.length > 1 && (
        <div className="pb-4">
          <RadioCards
            legend="Counted votes"
            columns={heads.length > 2 ? 4 : 2}
            value={shown.id}
            options={heads.map(({ id, targets }, index) => ({
              value: id,
              label: `Vote ${index + 1}`,
              hint: targets === undefined ? 'on everything' : `on ${targets.length} chosen`,
            }))}
            onChange={choose}
          />
        </div>
      )}
      <Tally key={shown.id} result={shown} breaks={standingOf(rounds, shown).breaks} />
    </div>
  )
}
