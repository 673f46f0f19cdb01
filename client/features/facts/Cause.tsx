import { X } from 'lucide-react'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useSession } from '../../session/context.tsx'
import { useEntry, useText } from '../../session/hooks.ts'
import { removeWithUndo } from '../../session/removal.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'

const look =
  'block w-full field-sizing-content resize-none rounded-md border border-transparent bg-transparent px-2 py-1 ' +
  'hover:not-read-only:border-line-strong focus-visible:bg-surface'

interface CauseProps {
  readonly id: string
  readonly mayEdit: boolean
}

export function Why({ id, mayEdit, number, depth }: CauseProps & { readonly number: number; readonly depth: number }) {
  const session = useSession()
  const text = useText('causes', id, 'text')
  if (text === undefined) return null
  return (
    <li
      data-target={`cause:${id}`}
      className="flex items-start gap-1"
      style={{ paddingLeft: `${Math.min(depth, 6) * 0.75}rem` }}
    >
      <span className="tabular pt-1 text-sm text-ink-soft">{number}.</span>
      <CollaborativeText
        handle={text}
        label={`Why, ${number}`}
        placeholder="Why did that happen? Because…"
        multiline
        readOnly={!mayEdit}
        className={look}
      />
      {mayEdit && (
        <IconButton
          size="sm"
          label={`Remove why ${number}`}
          icon={<X />}
          onClick={() => removeWithUndo(session, 'causes', id, 'Removed a why')}
        />
      )}
    </li>
  )
}

const categories = [
  { value: 'none', label: 'Kind…' },
  { value: 'technical', label: 'Technical' },
  { value: 'process', label: 'Process' },
  { value: 'human', label: 'Human' },
  { value: 'external', label: 'External' },
] as const

const weights = [
  { value: 'none', label: 'Weight…' },
  { value: 'high', label: 'High' },
  { value: 'medium', label: 'Medium' },
  { value: 'low', label: 'Low' },
] as const

export function Factor({ id, mayEdit }: CauseProps) {
  const session = useSession()
  const factor = useEntry('causes', id)
  const text = useText('causes', id, 'text')
  const evidence = useText('causes', id, 'evidence')
  if (factor === undefined || text === undefined || evidence === undefined) return null
  return (
    <li data-target={`cause:${id}`} className="rounded-md border border-line p-2">
      <div className="flex items-start gap-1">
        <CollaborativeText
          handle={text}
          label="Contributing factor"
          placeholder="What contributed"
          multiline
          readOnly={!mayEdit}
          className={`${look} font-medium`}
        />
        {mayEdit && (
          <IconButton
            size="sm"
            label="Remove the factor"
            icon={<X />}
            onClick={() => removeWithUndo(session, 'causes', id, 'Removed a factor')}
          />
        )}
      </div>
      <CollaborativeText
        handle={evidence}
        label="Evidence"
        placeholder="What shows it: logs, metrics, tests"
        multiline
        readOnly={!mayEdit}
        className={`${look} text-ink-soft`}
      />
      <div className="mt-1 flex flex-wrap gap-2 px-2">
        <Select
          size="sm"
          label="Kind of the factor"
          value={factor.category ?? 'none'}
          options={categories}
          disabled={!mayEdit}
          onChange={(next) => session.verbs.setCause(id, { category: next === 'none' ? null : next })}
        />
        <Select
          size="sm"
          label="Weight of the factor"
          value={factor.weight ?? 'none'}
          options={weights}
          disabled={!mayEdit}
          onChange={(next) => session.verbs.setCause(id, { weight: next === 'none' ? null : next })}
        />
      </div>
    </li>
  )
}
