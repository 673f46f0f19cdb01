import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'

interface ListPartProps {
  readonly ids: readonly string[]
  readonly mayEdit: boolean
  /** On the button that adds one. */
  readonly addLabel: string
  readonly onAdd: () => void
  readonly children: (id: string) => ReactNode
}

/** Entries of one kind, and a button for one more. */
export function ListPart({ ids, mayEdit, addLabel, onAdd, children }: ListPartProps) {
  return (
    <div>
      {ids.length > 0 && <ul className="divide-y divide-line">{ids.map(children)}</ul>}
      {mayEdit && (
        <Button variant="ghost" size="sm" icon={<Plus />} className="mt-1 -ml-2" onClick={onAdd}>
          {addLabel}
        </Button>
      )}
    </div>
  )
}

/** A control that shows its box only while it is used. */
export const quietBox =
  'border-transparent! bg-transparent! px-2! hover:not-disabled:border-line-strong! disabled:opacity-100!'

/** A text that shows its box only while it is used. */
export const quietText =
  '-ml-2 block w-[calc(100%+0.5rem)] field-sizing-content resize-none rounded-md border border-transparent bg-transparent px-2 py-0.5 hover:not-read-only:border-line-strong'
