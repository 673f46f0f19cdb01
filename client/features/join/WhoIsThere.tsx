import { listed } from '../../ui/listed.ts'

/** `Ana, Ben and 3 others are here.` */
export function WhoIsThere({ people }: { readonly people: readonly string[] }) {
  if (people.length === 0) return null
  const shown = people.length > 5 ? people.slice(0, 4) : people
  const others = people.length - shown.length
  const names = listed(others > 0 ? [...shown, `${others} others`] : shown)
  return (
    <p className="text-ink-soft">
      {names} {people.length === 1 ? 'is' : 'are'} on this review.
    </p>
  )
}
