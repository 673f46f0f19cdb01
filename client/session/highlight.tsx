import { createContext, type ReactNode, use, useMemo, useState } from 'react'

type Highlight = readonly [person: string | null, set: (person: string | null) => void]

const HighlightContext = createContext<Highlight | null>(null)

export function HighlightProvider({ children }: { readonly children: ReactNode }) {
  const [person, setPerson] = useState<string | null>(null)
  const highlight = useMemo(() => [person, setPerson] as const, [person])
  return <HighlightContext value={highlight}>{children}</HighlightContext>
}

/** Whose notes are highlighted on this screen. */
export function useHighlightedPerson(): Highlight {
  const highlight = use(HighlightContext)
  if (highlight === null) throw new Error('useHighlightedPerson outside of a SessionProvider')
  return highlight
}
