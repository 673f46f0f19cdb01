import { useSession } from './context.tsx'
import type { Unsaved } from './salvage/unsaved.ts'
import type { SavedState } from './saved-state.ts'
import { useWatched } from './use-watched.ts'

export function useSavedState(): SavedState {
  return useWatched(useSession().saved, itself)
}

export function useUnsaved(): readonly Unsaved[] {
  return useWatched(useSession().unsaved.list, itself, Object.is)
}

/** Whether what is not on the board would be found again after a reload. */
export function useUnsavedIsKept(): boolean {
  return useWatched(useSession().unsaved.isKept, itself)
}

/** How many things were put back since the server came back from a backup; null: it did not, or that was read. */
export function useRestored(): number | null {
  return useWatched(useSession().restored, itself)
}

function itself<T>(value: T): T {
  return value
}
