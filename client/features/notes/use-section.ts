import { shownSections } from '../../../shared/review/placement.ts'
import type { Section } from '../../../shared/review/session.ts'
import { useSessionFacts } from '../../session/hooks.ts'

export function useSections(): readonly Section[] {
  return useSessionFacts(({ sections }) => shownSections(sections), Object.is)
}

/** A section by id; of one that is gone, the first, where its notes are shown. */
export function useSectionOf(id: string): Section | undefined {
  return useSessionFacts(({ sections }) => {
    const shown = shownSections(sections)
    return shown.find((section) => section.id === id) ?? shown[0]
  }, Object.is)
}

/** Whether something is in the spotlight, which then lies over the lower edge of the board. */
export function useIsLit(): boolean {
  return useSessionFacts((session) => session.spotlight !== null)
}
