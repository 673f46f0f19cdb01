import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Entry } from '../../../shared/document/schema.ts'
import type { Category } from '../../../shared/incident/categories.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { byRank } from '../../../shared/review/rank.ts'
import { useEntries } from '../../session/hooks.ts'
import { useRecordVerbs } from '../../session/record-verbs.ts'
import { Button } from '../../ui/Button.tsx'
import { Factor } from './Factor.tsx'
import { Prompts } from './Prompts.tsx'

/** What else contributed, and what is asked so that nothing is left out. */
export function Factors({ mayEdit }: { readonly mayEdit: boolean }) {
  const verbs = useRecordVerbs()
  const factors = useEntries('causes', inOrder)
  const list = useRef<HTMLUListElement>(null)
  const add = (category: Category | null) => {
    const added = flushSync(() => verbs.addCause({ kind: 'factor', category }))
    if (!added.allowed) return
    const name = list.current?.querySelector<HTMLElement>(`[data-factor="${added.value}"] textarea`)
    name?.focus({ preventScroll: true })
    name?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <section aria-labelledby="causes-factors">
      <h3 id="causes-factors" className="font-medium">
        Contributing factors
      </h3>
      <p className="mb-2 text-sm text-ink-soft">What else had to be true for it to happen, or made it worse.</p>
      <ul ref={list} className="space-y-2">
        {factors.map((id) => (
          <Factor key={id} id={id} mayEdit={mayEdit} />
        ))}
      </ul>
      {mayEdit && (
        <Button variant="ghost" size="sm" icon={<Plus />} className="mt-1 -ml-2" onClick={() => add(null)}>
          Add a factor
        </Button>
      )}
      {mayEdit && <Prompts onAdd={add} />}
    </section>
  )
}

/** By rank alone: nothing jumps while its weight is chosen. */
function inOrder(all: ReadonlyMap<string, Entry<'causes'>>): readonly string[] {
  return [...all.values()]
    .filter((cause) => cause.kind === 'factor' && isLive(cause))
    .sort(byRank)
    .map(({ id }) => id)
}
