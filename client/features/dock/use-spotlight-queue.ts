import { useMemo } from 'react'
import type { Target } from '../../../shared/review/session.ts'
import { spotlightQueue } from '../../../shared/review/spotlight.ts'
import { useEntries, usePlacement } from '../../session/hooks.ts'

/** What there is to walk through, in the order of the board. Wordings play no part in it. */
export function useSpotlightQueue(): readonly Target[] {
  const placement = usePlacement()
  const themes = useEntries('themes', (all) => all, Object.is)
  return useMemo(
    () =>
      spotlightQueue({
        notes: [...placement.notes.values()].map((note) => ({ ...note, text: '', discussion: '' })),
        themes: [...themes.values()],
        sections: placement.sections.map(({ section }) => section),
      }),
    [placement, themes],
  )
}
