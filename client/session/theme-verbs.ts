import { useMemo } from 'react'
import type { EntryRefusal } from '../../shared/document/entry.ts'
import { type MergedThemes, mergeThemes, partThemes, splitTheme } from '../../shared/document/theme-parts.ts'
import type { Result } from '../../shared/review/result.ts'
import { useSession } from './context.tsx'

/** Makes one theme of two, and two of one. Apart from the other verbs, so that a board's first load is without them. [PAGE4] */
export interface ThemeVerbs {
  mergeThemes(from: string, into: string): Result<MergedThemes, EntryRefusal>
  partThemes(merged: MergedThemes): void
  /** Answers the id of the new theme. */
  splitTheme(id: string, notes: readonly string[]): Result<string, EntryRefusal>
}

export function useThemeVerbs(): ThemeVerbs {
  const { board, asking, now, newId } = useSession().writing
  return useMemo(
    () => ({
      mergeThemes: (from, into) => mergeThemes(board.get(), asking(), from, into, now()),
      partThemes: (merged) => partThemes(board.get(), asking(), merged),
      splitTheme: (id, notes) => splitTheme(board.get(), asking(), id, notes, newId()),
    }),
    [board, asking, now, newId],
  )
}
