import { Plus } from 'lucide-react'
import type { Entry } from '../../../shared/document/schema.ts'
import { reportCauses } from '../../../shared/report/causes.ts'
import { useSession } from '../../session/context.tsx'
import { sameJson } from '../../session/equal.ts'
import { useEntries } from '../../session/hooks.ts'
import { useMayEdit } from '../../session/use-may-edit.ts'
import { Button } from '../../ui/Button.tsx'
import { Factor, Why } from './Cause.tsx'

/** The chain of whys, and what else contributed. */
export function Causes() {
  const { verbs } = useSession()
  const { whys, factors } = useEntries('causes', places, sameJson)
  const mayEdit = useMayEdit('causes')
  return (
    <div className="space-y-6">
      <section>
        <h3 className="font-medium">Five whys</h3>
        <p className="mb-2 text-sm text-ink-soft">Each answer is asked about again, until it is about how we work.</p>
        <ol className="space-y-1">
          {whys.map(({ id, depth }, index) => (
            <Why key={id} id={id} number={index + 1} depth={depth} mayEdit={mayEdit} />
          ))}
        </ol>
        {mayEdit && (
          <Button
            variant="ghost"
            size="sm"
            icon={<Plus />}
            className="mt-1 -ml-2"
            onClick={() => verbs.addCause({ kind: 'why', parent: whys.at(-1)?.id ?? null })}
          >
            {whys.length === 0 ? 'Ask the first why' : 'Ask why again'}
          </Button>
        )}
      </section>
      <section>
        <h3 className="font-medium">Contributing factors</h3>
        <p className="mb-2 text-sm text-ink-soft">What else had to be true for it to happen, or made it worse.</p>
        <ul className="space-y-2">
          {factors.map((id) => (
            <Factor key={id} id={id} mayEdit={mayEdit} />
          ))}
        </ul>
        {mayEdit && (
          <Button
            variant="ghost"
            size="sm"
            icon={<Plus />}
            className="mt-1 -ml-2"
            onClick={() => verbs.addCause({ kind: 'factor' })}
          >
            Add a factor
          </Button>
        )}
      </section>
    </div>
  )
}

/** Order only, by creation for factors: nothing jumps while its weight is chosen. */
function places(all: ReadonlyMap<string, Entry<'causes'>>) {
  const causes = [...all.values()]
  const { whys } = reportCauses(causes)
  const { factors } = reportCauses(causes.map((cause) => ({ ...cause, weight: null })))
  return { whys: whys.map(({ id, depth }) => ({ id, depth })), factors: factors.map(({ id }) => id) }
}
