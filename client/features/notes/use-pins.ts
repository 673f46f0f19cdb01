import { useMemo } from 'react'
import type { Draft } from '../../../shared/review/entries.ts'
import { sameMembers } from '../../session/equal.ts'
import { useDrafts, useEntries, usePlacedIn, usePlacement } from '../../session/hooks.ts'
import { type Pin, pinsOf } from './pins.ts'

/** What is pinned in a section, in order: the notes, and my drafts that are not notes yet. */
export function usePins(section: string): readonly Pin[] {
  const notes = usePlacedIn(section)
  const waiting = useWaitingDrafts()
  return useMemo(() => pinsOf(notes, waiting, section), [notes, waiting, section])
}

/** How many pins each section has, for its tab. */
export function usePinCounts(): ReadonlyMap<string, number> {
  const placement = usePlacement()
  const waiting = useWaitingDrafts()
  return useMemo(
    () =>
      new Map(
        placement.sections.map(
          ({ section, notes }) => [section.id, pinsOf(notes, waiting, section.id).length] as const,
        ),
      ),
    [placement, waiting],
  )
}

/**
 * My drafts that are no notes yet.
 *
 * @remarks
 * A draft and the note it became arrive by two connections, in either order: of the two, by id, one is shown. [NOTEUI4]
 */
function useWaitingDrafts(): readonly Draft[] {
  const drafts = useDrafts((all) => [...all.values()])
  return useEntries('notes', (notes) => drafts.filter(({ id }) => !notes.has(id)), sameMembers)
}
