import { Plus } from 'lucide-react'
import { Select } from './Select.tsx'

interface AddFromProps<Kind extends string> {
  /** Such as "Add a phase". */
  readonly label: string
  readonly kinds: readonly { readonly value: Kind; readonly label: string }[]
  readonly onAdd: (kind: Kind) => void
}

/** Adds one more to a list, of a kind that is chosen. */
export function AddFrom<Kind extends string>({ label, kinds, onAdd }: AddFromProps<Kind>) {
  return (
    <div className="mt-3 flex items-center gap-2">
      <Plus aria-hidden="true" className="size-4 text-ink-soft" />
      <Select<Kind | ''>
        label={label}
        value=""
        options={[{ value: '', label: `${label}…` }, ...kinds]}
        onChange={(kind) => kind !== '' && onAdd(kind)}
      />
    </div>
  )
}
