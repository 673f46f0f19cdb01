import { CircleAlert } from 'lucide-react'
import { Link } from 'wouter'
import type { EarlierReview, OpenAction } from '../../../shared/api/across.ts'
import { boardPage } from '../../../shared/api/paths.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { useEarlier } from '../../session/earlier.ts'
import { useClockNow, useEntries } from '../../session/hooks.ts'
import { listed } from '../../ui/listed.ts'
import { howLongAgo } from '../../ui/times.ts'

/** So many actions of one review are shown before somebody asks for more. */
const fewActions = 6

/** What was decided about the same services before and is not done: only of reviews this person is on. */
export function Earlier() {
  const services = useEntries('services', (all) =>
    [...all.values()]
      .filter(isLive)
      .map(({ name }) => name)
      .sort()
      .join('\n'),
  )
  const reviews = useEarlier(services).filter((review) => review.services.length > 0)
  const now = useClockNow(60_000)
  if (reviews.length === 0) return null
  return (
    <section aria-labelledby="welcome-earlier" className="mt-12 border-t border-line pt-8">
      <h2 id="welcome-earlier" className="text-lg font-semibold">
        We have been here before
      </h2>
      <p className="text-ink-soft">
        Earlier reviews of the same services, of those you are on, and what is still open there.
      </p>
      <ul className="mt-4 grid gap-x-10 gap-y-6 md:grid-cols-2">
        {reviews.map((review) => (
          <Review key={review.id} review={review} now={now} />
        ))}
      </ul>
    </section>
  )
}

function Review({ review, now }: { readonly review: EarlierReview; readonly now: number }) {
  const { id, title, createdAt, services, openActions } = review
  const more = openActions.length - fewActions
  return (
    <li>
      <h3 className="font-semibold">
        <Link href={boardPage(id)} className="underline underline-offset-3 wrap-anywhere">
          {title}
        </Link>
      </h3>
      <p className="text-sm text-ink-soft">
        {listed(services)} · {howLongAgo(createdAt, now)}
      </p>
      {openActions.length === 0 ? (
        <p className="mt-1 text-ink-soft">All its actions are done.</p>
      ) : (
        <ul className="mt-2 space-y-1.5">
          {openActions.slice(0, fewActions).map((action) => (
            <Action key={action.id} action={action} />
          ))}
        </ul>
      )}
      {more > 0 && <p className="mt-1 text-sm text-ink-soft">and {more} more</p>}
    </li>
  )
}

function Action({ action: { title, owner, due } }: { readonly action: OpenAction }) {
  return (
    <li className="flex gap-2 wrap-anywhere">
      <CircleAlert aria-hidden="true" className="mt-1 size-4 shrink-0 text-amber" />
      <span>
        {title}{' '}
        <span className="text-sm text-ink-soft">
          {owner ?? 'nobody yet'}, {due === null ? 'no date yet' : `due ${due}`}
        </span>
      </span>
    </li>
  )
}
