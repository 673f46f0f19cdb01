import { History } from 'lucide-react'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { Link } from 'wouter'
import { boardPage } from '../../../shared/api/paths.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { useEarlier } from '../../session/earlier.ts'
import { useEntries } from '../../session/hooks.ts'

interface Seen {
  readonly review: string
  readonly title: string
  readonly words: string
}

const SeenContext = createContext<ReadonlyMap<string, readonly Seen[]>>(new Map())

/** Asks once which causes were seen in earlier reviews, and again when there are others, not at every letter. */
export function SeenBefore({ children }: { readonly children: ReactNode }) {
  const ids = useEntries('causes', (all) =>
    [...all.values()]
      .filter((cause) => isLive(cause) && cause.text.trim() !== '')
      .map(({ id }) => id)
      .sort()
      .join(' '),
  )
  const reviews = useEarlier(ids)
  const seen = useMemo(() => {
    const byCause = new Map<string, Seen[]>()
    for (const { id: review, title, causes } of reviews)
      for (const { id, words } of causes) byCause.set(id, [...(byCause.get(id) ?? []), { review, title, words }])
    return byCause
  }, [reviews])
  return <SeenContext value={seen}>{children}</SeenContext>
}

/** Where a cause like this one was found before, with the way there; nothing where it was not. */
export function SeenIn({ id }: { readonly id: string }) {
  const seen = use(SeenContext).get(id) ?? []
  return seen.map(({ review, title, words }) => (
    <p key={review} className="flex items-start gap-1.5 px-1.5 pb-0.5 text-sm text-amber wrap-anywhere">
      <History aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>
        Seen before, in{' '}
        <Link href={boardPage(review)} title={words} className="underline underline-offset-2">
          {title}
        </Link>
      </span>
    </p>
  ))
}
