import type { BoardListing } from '../../../shared/api/boards.ts'
import { layoutText, type OwnTemplate } from '../../../shared/review/own-template.ts'
import { templateIds, templates } from '../../../shared/review/templates.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'

interface KindOfReviewProps {
  readonly kind: string
  /** Reviews that a new one can be like: as many as fit a list that is read. */
  readonly boards: readonly BoardListing[]
  readonly own: readonly OwnTemplate[]
  readonly onChange: (kind: string) => void
}

/** Which sections and phases the review begins with: those of a template, or of an earlier review. */
export function KindOfReview({ kind, boards, own, onChange }: KindOfReviewProps) {
  const offered = [
    ...templateIds.map((id) => ({ value: id as string, label: templates[id].title, hint: templates[id].hint })),
    ...own.map((each) => ({ value: `mine/${each.id}`, label: each.title, hint: layoutText(each) })),
    ...boards.slice(0, 20).map(({ id, title }) => ({
      value: `like/${id}`,
      label: `Like “${title}”`,
      hint: 'With the agenda, the sections and the settings of that review. None of its notes come along.',
    })),
  ]
  const chosen = offered.find(({ value }) => value === kind) ?? offered[0]
  return (
    <Field label="What kind of review?" hint={chosen?.hint ?? ''}>
      <Select
        value={chosen?.value ?? ''}
        options={offered}
        onChange={onChange}
        className="max-w-full [&_select]:max-w-full"
      />
    </Field>
  )
}
