import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { type Finding, isFound, nothingSought, seeksAnything } from '../../shared/review/finding.ts'
import { useSession } from './context.tsx'
import { sameMembers } from './equal.ts'
import { useDrafts, useEntries, useMe } from './hooks.ts'
import { useWatched } from './use-watched.ts'

type Seeking = readonly [finding: Finding, set: (finding: Finding) => void]

const SeekingContext = createContext<Seeking | null>(null)
const FoundContext = createContext<ReadonlySet<string> | null>(null)

/** Keeps what is looked for on this screen; nobody else's follows. */
export function FindingProvider({ children }: { readonly children: ReactNode }) {
  const [finding, set] = useState(nothingSought)
  const seeking = useMemo(() => [finding, set] as const, [finding])
  return (
    <SeekingContext value={seeking}>
      <FoundContext value={useFoundFor(finding)}>{children}</FoundContext>
    </SeekingContext>
  )
}

export function useFinding(): Seeking {
  const seeking = use(SeekingContext)
  if (seeking === null) throw new Error('useFinding outside of a SessionProvider')
  return seeking
}

/** Ids of the notes that are found, in the order of the board; null while nothing is looked for. */
export function useFound(): ReadonlySet<string> | null {
  return use(FoundContext)
}

/** Whose notes are highlighted on this screen. */
export function useHighlightedPerson(): readonly [person: string | null, set: (person: string | null) => void] {
  const [finding, set] = useFinding()
  return [finding.author, (author) => set({ ...finding, author })]
}

/** Told once for all cards, and only while somebody looks for something. */
function useFoundFor(finding: Finding): ReadonlySet<string> | null {
  const isSeeking = seeksAnything(finding)
  const me = useMe().id
  const mine = useDrafts((drafts) => (isSeeking ? [...drafts.keys()] : none), sameMembers)
  const placed = useWatched(useSession().view.placement, (placement) => (isSeeking ? placement : null), Object.is)
  const found = useEntries(
    'notes',
    (notes) => {
      if (placed === null) return none
      const shown = placed.sections.flatMap((section) => section.notes)
      return shown.flatMap((place) => {
        const note = notes.get(place.id)
        const isMine = place.author === me || mine.includes(place.id)
        return note !== undefined && isFound({ ...note, ...place }, finding, isMine) ? [place.id] : []
      })
    },
    sameMembers,
  )
  return useMemo(() => (isSeeking ? new Set(found) : null), [isSeeking, found])
}

const none: readonly string[] = []
