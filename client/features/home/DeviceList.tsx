import { Link } from 'wouter'
import { boardPage } from '../../../shared/api/paths.ts'

interface KnownReview {
  readonly id: string
  readonly title: string
}

/** Where no server answers: the reviews that this browser was on, whose copies open without one. */
export function DeviceList({ reviews }: { readonly reviews: readonly KnownReview[] }) {
  if (reviews.length === 0) return null
  return (
    <section aria-labelledby="on-device" className="mt-6">
      <h2 id="on-device" className="text-lg font-semibold">
        On this device
      </h2>
      <p className="text-ink-soft">
        You can read them and go on writing. What you write is sent once you are connected.
      </p>
      <ul className="mt-3 divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {reviews.map(({ id, title }) => (
          <li key={id}>
            <Link
              href={boardPage(id)}
              className="block truncate px-4 py-3 font-medium hover:bg-ink/4 focus-visible:-outline-offset-2"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
