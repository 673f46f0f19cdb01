import { useMemo } from 'react'
import { useSession } from '../../session/context.tsx'
import { useDrafts, usePlacement } from '../../session/hooks.ts'
import { type Pin, pinsOf } from './pins.ts'

/** What is pinned in a section, in order: the notes, and my drafts that are not notes yet. */
export function usePins(section: string): readonly Pin[] {
  const { view } = useSession()
  const placement = usePlacement()
  const drafts = useDrafts((all) => [...all.values()])
  return useMemo(() => {
    const notes = placement.sections.find((each) => each.section.id === section)?.notes ?? []
    const isNote = (id: string) => view.entries.notes.entry(id).get() !== undefined
    return pinsOf(notes, drafts, { section, isNote })
  }, [placement, drafts, section, view])
}

/** How many pins each section has, for its tab. */
export function usePinCounts(): ReadonlyMap<string, number> {
  const { view } = useSession()
  const placement = usePlacement()
  const drafts = useDrafts((all) => [...all.values()])
  return useMemo(() => {
    const isNote = (id: string) => view.entries.notes.entry(id).get() !== undefined
    return new Map(
      placement.sections.map(({ section, notes }) => [
        section.id,
        pinsOf(notes, drafts, { section: section.id, isNote }).length,
      ]),
    )
  }, [placement, drafts, view])
}
