import { History } from 'lucide-react'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { Link } from 'wouter'
import { boardPage } from '../../../shared/api/paths.ts'
import type { Entry } from '../../../shared/document/schema.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { useSession } from '../../session/context.tsx'
import { useEarlier } from '../../session/earlier.ts'
import { useSettled } from '../../session/use-settled.ts'

interface Seen {
  readonly review: string
  readonly title: string
  readonly words: string
}

const SeenContext = createContext<ReadonlyMap<string, readonly Seen[]>>(new Map())

const stillMs = 1500

const named = (causes: ReadonlyMap<string, Entry<'causes'>>) =>
  [...causes.values()]
    .filter((cause) => isLive(cause) && cause.text.trim() !== '')
    .map(({ id, text }) => `${id} ${text}`)
    .sort()
    .join('\n')

/** Asks which causes were seen in earlier reviews, and again once others stand there, not at every letter. [ACROSS4] */
export function SeenBefore({ children }: { readonly children: ReactNode }) {
  const { view } = useSession()
  const reviews = useEarlier(useSettled(view.entries.causes.all, named, stillMs))
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
