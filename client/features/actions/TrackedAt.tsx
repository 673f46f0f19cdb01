import { useState } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import { useSession } from '../../session/context.tsx'
import { Field } from '../../ui/Field.tsx'
import { LineInput } from '../../ui/LineInput.tsx'

interface TrackedAtProps {
  readonly action: Pick<Entry<'actions'>, 'id' | 'link'>
  readonly mayEdit: boolean
  readonly className?: string
}

/** The action's address in a backlog or a tracker. What is no web address is said so, and kept to be mended. */
export function TrackedAt({ action: { id, link }, mayEdit, className }: TrackedAtProps) {
  const { verbs } = useSession()
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <Field
      label="Where it is tracked"
      {...(className !== undefined && { className })}
      {...(refused !== null && { error: 'A web address starts with https:// or http://.' })}
    >
      <LineInput
        type="url"
        value={refused ?? link ?? ''}
        placeholder="https://"
        disabled={!mayEdit}
        onCommit={(next) => {
          const isDone = verbs.setAction(id, { link: next === '' ? null : next }).allowed
          setRefused(isDone ? null : next)
        }}
      />
    </Field>
  )
}
