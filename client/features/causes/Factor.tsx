import { Ellipsis, GitBranch, Link2, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { categories } from '../../../shared/incident/categories.ts'
import { target } from '../../../shared/review/target.ts'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useSession } from '../../session/context.tsx'
import { useEntryValue, useText } from '../../session/hooks.ts'
import { Links, useLinking } from '../../session/linking.tsx'
import { removeWithUndo } from '../../session/removal.ts'
import { IconButton } from '../../ui/Button.tsx'
import { WrappingInput } from '../../ui/LineInput.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Select } from '../../ui/Select.tsx'
import { Company } from './Company.tsx'
import { quietText } from './quiet-text.ts'
import { SeenIn } from './seen-before.tsx'

const categoryOptions = [
  { value: 'none', label: 'Category…' },
  ...categories.map(({ id, title }) => ({ value: id, label: title })),
] as const

const weightOptions = [
  { value: 'none', label: 'Weight…' },
  { value: 'high', label: 'High weight' },
  { value: 'medium', label: 'Medium weight' },
  { value: 'low', label: 'Low weight' },
] as const

/** What else had to be true: what it is, how it contributed, and what shows that. */
export const Factor = memo(function Factor({ id, mayEdit }: { readonly id: string; readonly mayEdit: boolean }) {
  const { verbs } = useSession()
  const text = useText('causes', id, 'text')
  const evidence = useText('causes', id, 'evidence')
  const factor = useEntryValue('causes', id, (cause) => ({
    how: cause?.how ?? '',
    category: cause?.category ?? null,
    weight: cause?.weight ?? null,
  }))
  if (text === undefined || evidence === undefined) return null
  return (
    <li
      data-target={target('cause', id)}
      data-factor={id}
      className="group/factor scroll-mt-12 rounded-lg border border-line bg-surface p-2"
    >
      <div className="flex items-start gap-1">
        <CollaborativeText
          handle={text}
          label="Contributing factor"
          placeholder="What contributed"
          multiline
          readOnly={!mayEdit}
          className={`${quietText} font-medium`}
        />
        <Company id={id} />
        {mayEdit && <FactorMenu id={id} />}
      </div>
      {(mayEdit || factor.how !== '') && (
        <WrappingInput
          value={factor.how}
          aria-label="How it contributed"
          placeholder="How it contributed"
          maxLength={2000}
          readOnly={!mayEdit}
          onCommit={(how) => verbs.setCause(id, { how })}
          className={`${quietText} min-h-0! border-transparent! px-1.5! py-1! hover:not-read-only:border-line-strong!`}
        />
      )}
      {(mayEdit || evidence.read() !== '') && (
        <CollaborativeText
          handle={evidence}
          label="Evidence"
          placeholder="What shows it: logs, metrics, a test"
          multiline
          readOnly={!mayEdit}
          className={`${quietText} text-ink-soft`}
        />
      )}
      <div className="mt-1 flex flex-wrap items-center gap-2 px-1.5">
        <Select
          size="sm"
          label="Category"
          value={factor.category ?? 'none'}
          options={categoryOptions}
          disabled={!mayEdit}
          onChange={(next) => verbs.setCause(id, { category: next === 'none' ? null : next })}
        />
        <Select
          size="sm"
          label="Weight of the factor"
          value={factor.weight ?? 'none'}
          options={weightOptions}
          disabled={!mayEdit}
          onChange={(next) => verbs.setCause(id, { weight: next === 'none' ? null : next })}
        />
      </div>
      <SeenIn id={id} />
      <div className="px-1.5">
        <Links target={target('cause', id)} />
      </div>
    </li>
  )
})

function FactorMenu({ id }: { readonly id: string }) {
  const session = useSession()
  const { pick } = useLinking()
  return (
    <Menu
      items={[
        { label: 'Link to…', icon: <Link2 />, onSelect: () => pick(target('cause', id)) },
        {
          label: 'Make it a why',
          icon: <GitBranch />,
          onSelect: () => session.verbs.setCause(id, { kind: 'why', parent: null }),
        },
        { divider: true },
        {
          label: 'Remove',
          icon: <Trash2 />,
          danger: true,
          onSelect: () => removeWithUndo(session, 'causes', id, 'Removed a factor'),
        },
      ]}
      trigger={
        <IconButton
          size="sm"
          label="More for this factor"
          icon={<Ellipsis />}
          className="mt-0.5 opacity-0 group-focus-within/factor:opacity-100 group-hover/factor:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100"
        />
      }
    />
  )
}
