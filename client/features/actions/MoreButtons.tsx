import { Link2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../session/context.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { LineInput } from '../../ui/LineInput.tsx'

/** What is done with an action now and then: linking it to a tracker, and removing it. */
export function MoreButtons({
  id,
  link,
  onRemove,
}: {
  readonly id: string
  readonly link: string | null
  readonly onRemove: () => void
}) {
  const { verbs } = useSession()
  const [isLinking, setLinking] = useState(false)
  const [isRefused, setRefused] = useState(false)
  if (isLinking) {
    return (
      <Field
        label={<span className="sr-only">Where it is tracked</span>}
        className="w-48 shrink-0"
        {...(isRefused ? { error: 'A web address starts with https:// or http://.' } : {})}
      >
        <LineInput
          type="url"
          autoFocus
          value={link ?? ''}
          placeholder="https:// where it is tracked"
          onCommit={(next) => {
            const isDone = verbs.setAction(id, { link: next === '' ? null : next }).allowed
            setRefused(!isDone)
            setLinking(!isDone)
          }}
          onBlur={() => setLinking(false)}
        />
      </Field>
    )
  }
  return (
    <span className="flex shrink-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
      <IconButton size="sm" label="Link to where it is tracked" icon={<Link2 />} onClick={() => setLinking(true)} />
      <IconButton size="sm" label="Remove the action" icon={<Trash2 />} onClick={onRemove} />
    </span>
  )
}
