import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import { liveActions, whatIsMissing } from '../../../shared/review/action.ts'
import { useEntries } from '../../session/hooks.ts'
import { usePanels } from '../../session/panels.tsx'
import { Button } from '../../ui/Button.tsx'
import { IncompleteAction } from './IncompleteAction.tsx'

/** The actions that lack an owner or a date; those mended here stay in sight, so that nothing moves under a hand. */
export function Incomplete() {
  const panels = usePanels()
  const total = useEntries('actions', (all) => liveActions([...all.values()]).length)
  const all = useEntries('actions', (entries) => liveActions([...entries.values()]).map((action) => action.id))
  const lacking = useEntries('actions', idsOfLacking)
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set(lacking))
  if (lacking.some((id) => !seen.has(id))) setSeen(new Set([...seen, ...lacking]))
  const shown = all.filter((id) => seen.has(id))

  if (total === 0) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-soft">No actions were planned. A review without any is rarely finished.</p>
        <Button onClick={() => panels.open('actions')}>Add actions</Button>
      </div>
    )
  }
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        {lacking.length === 0 ? (
          <p className="inline-flex items-center gap-2">
            <CircleCheck aria-hidden="true" className="size-4 text-good" />
            {total === 1 ? 'The action has an owner and a date.' : `All ${total} actions have an owner and a date.`}
          </p>
        ) : (
          <p className="font-medium text-amber">
            {lacking.length} of {total === 1 ? '1 action' : `${total} actions`}{' '}
            {lacking.length === 1 ? 'lacks' : 'lack'} an owner or a date.
          </p>
        )}
        <Button size="sm" onClick={() => panels.open('actions')}>
          Open actions
        </Button>
      </div>
      {shown.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {shown.map((id) => (
            <IncompleteAction key={id} id={id} />
          ))}
        </ul>
      )}
    </>
  )
}

function idsOfLacking(all: ReadonlyMap<string, Entry<'actions'>>): readonly string[] {
  return liveActions([...all.values()]).flatMap((action) => (whatIsMissing(action).length > 0 ? [action.id] : []))
}
