import type { Entry } from '../../../shared/document/schema.ts'
import { useSession } from '../../session/context.tsx'
import { WrappingInput } from '../../ui/LineInput.tsx'

interface EvidenceProps {
  readonly action: Pick<Entry<'actions'>, 'id' | 'status' | 'verification' | 'evidence'>
  readonly mayEdit: boolean
}

/** What shows that the action works: asked for once it is called complete, since without it nobody can tell. */
export function Evidence({ action: { id, status, verification, evidence = '' }, mayEdit }: EvidenceProps) {
  const { verbs } = useSession()
  if (status !== 'complete' && evidence === '') return null
  const lacksVerification = status === 'complete' && verification.trim() === ''
  return (
    <div className="mt-1 px-1.5">
      <WrappingInput
        aria-label="What shows that it works"
        placeholder={mayEdit ? 'What shows it? A link to the drill, the graph, the test run' : ''}
        value={evidence}
        maxLength={2000}
        readOnly={!mayEdit}
        onCommit={(next) => verbs.setAction(id, { evidence: next === '' ? undefined : next })}
        className="text-sm"
      />
      {lacksVerification && (
        <p className="mt-1 text-sm text-amber">Say above how it is verified: only then does it count as complete.</p>
      )}
    </div>
  )
}
