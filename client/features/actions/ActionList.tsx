import { useEffect, useRef } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import { liveActions, whatIsMissing } from '../../../shared/review/action.ts'
import { target } from '../../../shared/review/target.ts'
import { useEntries, useMay } from '../../session/hooks.ts'
import { reveal, shownAs } from '../../session/show-target.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ActionCard } from './ActionCard.tsx'
import { NewAction } from './NewAction.tsx'

/** All actions in the order in which they were added: nothing jumps while an owner or a date is given. */
export function ActionList({ focus = null }: { readonly focus?: string | null }) {
  const ids = useEntries('actions', (all) => liveActions([...all.values()]).map((action) => action.id))
  const list = useRef<HTMLDivElement>(null)
  const mayAdd = useMay().create('actions').allowed

  useEffect(() => {
    // The same action may stand elsewhere on the page too.
    const card = focus === null || list.current === null ? undefined : shownAs(target('action', focus), list.current)
    if (card !== undefined) reveal(card)
  }, [focus])

  return (
    <div ref={list} className="space-y-2">
      {ids.length === 0 && (
        <EmptyState title="No actions yet">
          A good action is one thing, has one owner and a date, and says how we will know that it works.
        </EmptyState>
      )}
      {ids.map((id) => (
        <ActionCard key={id} id={id} />
      ))}
      {mayAdd && (
        <div className="pt-1">
          <NewAction source={null} label="New action" />
        </div>
      )}
    </div>
  )
}

/** `2 of 7 lack an owner or a date`; null where nothing is missing. */
export function useLacking(): string | null {
  return useEntries('actions', lackingText)
}

function lackingText(all: ReadonlyMap<string, Entry<'actions'>>): string | null {
  const live = liveActions([...all.values()])
  const lacking = live.filter((action) => whatIsMissing(action).length > 0).length
  return lacking === 0 ? null : `${lacking} of ${live.length} ${lacking === 1 ? 'lacks' : 'lack'} an owner or a date`
}
