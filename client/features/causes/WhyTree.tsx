import { Plus } from 'lucide-react'
import { type ReactNode, useMemo, useRef } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import { whyRows } from '../../../shared/incident/why-tree.ts'
import { useSession } from '../../session/context.tsx'
import { sameJson } from '../../session/equal.ts'
import { useEntries } from '../../session/hooks.ts'
import { useRecordVerbs } from '../../session/record-verbs.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { openOutline } from './outline.ts'
import { Why } from './Why.tsx'

/** The whys as a tree: each stands under what it explains, and a why can have several answers. */
export function WhyTree({ mayEdit, beside }: { readonly mayEdit: boolean; readonly beside: ReactNode }) {
  const verbs = useRecordVerbs()
  const { undo } = useSession()
  const rows = useEntries('causes', places, sameJson)
  const tree = useRef<HTMLOListElement>(null)
  const outline = useMemo(() => openOutline(verbs, undo, () => tree.current), [verbs, undo])
  const last = rows.findLast(({ depth }) => depth === 0)

  return (
    <section aria-labelledby="causes-whys">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="causes-whys" className="font-medium">
          Five whys
        </h3>
        {beside}
      </div>
      <p className="mb-2 text-sm text-ink-soft">
        Each answer is asked about again, until it is about how we work. A why can have several answers.
      </p>
      {rows.length === 0 && !mayEdit && <EmptyState title="Nobody has asked why yet" />}
      <ol ref={tree} aria-label="Whys">
        {rows.map(({ id, depth }) => (
          <Why key={id} id={id} depth={depth} mayEdit={mayEdit} outline={outline} />
        ))}
      </ol>
      {mayEdit && (
        <Button
          variant="ghost"
          size="sm"
          icon={<Plus />}
          className="mt-1 -ml-2"
          onClick={() => outline.add(last?.id ?? null, 'after')}
        >
          {rows.length === 0 ? 'Ask the first why' : 'Add a why'}
        </Button>
      )}
      {mayEdit && rows.length > 0 && <Keys />}
    </section>
  )
}

/** Order and depth only: typing changes nothing here. */
function places(all: ReadonlyMap<string, Entry<'causes'>>) {
  return whyRows([...all.values()]).map(({ id, depth }) => ({ id, depth }))
}

const keys = [
  ['Enter', 'another'],
  ['$mod+Enter', 'ask why again'],
  ['Tab', 'deeper'],
  ['Shift+Tab', 'back'],
  ['Alt+ArrowUp', 'move'],
  ['Escape', 'leave'],
] as const

function Keys() {
  return (
    <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-soft pointer-coarse:hidden">
      {keys.map(([combination, does]) => (
        <span key={combination} className="inline-flex items-center gap-1">
          <Kbd keys={combination} /> {does}
        </span>
      ))}
    </p>
  )
}
