import type { BoardListing } from '../../../shared/api/boards.ts'
import { templateIds, templates } from '../../../shared/review/templates.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'

interface KindOfReviewProps {
  readonly kind: string
  /** Reviews that a new one can be like: as many as fit a list that is read. */
  readonly boards: readonly BoardListing[]
  readonly onChange: (kind: string) => void
}

/** Which sections and phases the review begins with: those of a template, or of an earlier review. */
export function KindOfReview({ kind, boards, onChange }: KindOfReviewProps) {
  const offered = [
    ...templateIds.map((id) => ({ value: id as string, label: templates[id].title })),
    ...boards.slice(0, 20).map(({ id, title }) => ({ value: `like/${id}`, label: `Like “${title}”` })),
  ]
  const chosen = offered.some(({ value }) => value === kind) ? kind : 'incident-review'
  const template = templateIds.find((id) => id === chosen)
  return (
    <Field
      label="What kind of review?"
      hint={
        template === undefined
          ? 'With the agenda, the sections and the settings of that review. None of its notes come along.'
          : templates[template].hint
      }
    >
      <Select value={chosen} options={offered} onChange={onChange} className="max-w-full [&_select]:max-w-full" />
    </Field>
  )
}
