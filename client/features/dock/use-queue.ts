import { useMemo } from 'react'
import { lastStanding, ranking } from '../../../shared/review/ranking.ts'
import type { Target } from '../../../shared/review/session.ts'
import {
  chosenQueue,
  type QueueChoice,
  queueOrders,
  queueParts,
  spotlightQueue,
} from '../../../shared/review/spotlight.ts'
import { useEntries, usePlacement, useSessionFacts } from '../../session/hooks.ts'
import { useKeptText } from '../../session/keep.ts'
import { useVoting } from '../../session/use-voting.ts'

/** How the facilitator leads through the discussion: what of it, in what order, and how long each may take. */
export interface Leading extends QueueChoice {
  /** Seconds for each topic; null: no limit. */
  readonly box: number | null
}

/** What was chosen on this device; survives a reload. */
export function useLeading(): readonly [Leading, (next: Partial<Leading>) => void] {
  const [kept, keep] = useKeptText('leading')
  const [order, part, seconds] = kept.split(' ')
  const leading: Leading = {
    by: queueOrders.find((each) => each === order) ?? 'section',
    of: queueParts.find((each) => each === part) ?? 'all',
    box: Number(seconds) > 0 ? Number(seconds) : null,
  }
  return [
    leading,
    (change) => {
      const { by, of, box } = { ...leading, ...change }
      keep(`${by} ${of} ${box ?? ''}`)
    },
  ]
}

/** What there is to walk through, as chosen. Wordings play no part in it. */
export function useQueue({ by, of }: QueueChoice): readonly Target[] {
  const placement = usePlacement()
  const { votable } = useVoting()
  const themes = useEntries('themes', (all) => all, Object.is)
  const results = useEntries('results', (all) => [...all.values()])
  const session = useSessionFacts((facts) => facts)
  return useMemo(() => {
    const queue = spotlightQueue({
      notes: [...placement.notes.values()].map((note) => ({ ...note, text: '', discussion: '' })),
      themes: [...themes.values()],
      sections: placement.sections.map(({ section }) => section),
    })
    const standing = by === 'votes' ? lastStanding({ results, session }) : null
    const ranked = standing === null ? [] : ranking(standing.round, votable, standing.breaks)
    return chosenQueue(queue, { by, of }, new Map(ranked.map(({ target, place }) => [target, place])))
  }, [placement, themes, results, session, votable, by, of])
}
