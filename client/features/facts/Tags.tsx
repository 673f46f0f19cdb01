import { X } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../session/context.tsx'
import { sameJson } from '../../session/equal.ts'
import { useFlat } from '../../session/hooks.ts'
import { useMayEditRecord } from '../../session/use-may-edit.ts'
import { useFieldProps } from '../../ui/Field.tsx'

const most = 50

/** Words by which the review is found again: each typed and finished with Enter or a comma. */
export function Tags() {
  const { verbs } = useSession()
  const mayEdit = useMayEditRecord()
  const tags = useFlat('incident', (incident) => incident.tags ?? [], sameJson)
  const [typed, setTyped] = useState('')
  const field = useFieldProps()
  const set = (next: readonly string[]) => verbs.setIncident({ tags: [...new Set(next)].slice(0, most) })
  const add = (text: string) => {
    const words = text.split(',').map((tag) => tag.trim().slice(0, 60))
    const fresh = words.filter((tag) => tag !== '' && !tags.includes(tag))
    if (fresh.length > 0) set([...tags, ...fresh])
    setTyped('')
  }
  return (
    <div className="field-box flex flex-wrap items-center gap-1 py-1! has-focus-visible:outline-2 has-focus-visible:-outline-offset-1 has-focus-visible:outline-focus">
      {tags.map((tag) => (
        <span
          key={tag}
          className="inline-flex max-w-full items-center rounded-sm border border-line bg-sunken pl-1.5 text-sm"
        >
          <span className="truncate">{tag}</span>
          {mayEdit ? (
            <button
              type="button"
              aria-label={`Remove the tag ${tag}`}
              onClick={() => set(tags.filter((each) => each !== tag))}
              className="tap inline-flex size-6 items-center justify-center text-ink-soft hover:text-ink"
            >
              <X aria-hidden="true" className="size-3" />
            </button>
          ) : (
            <span className="w-1.5" />
          )}
        </span>
      ))}
      {mayEdit && (
        <input
          {...field}
          type="text"
          value={typed}
          maxLength={500}
          placeholder={tags.length === 0 ? 'database, failover' : ''}
          onChange={(event) =>
            event.target.value.endsWith(',') ? add(event.target.value) : setTyped(event.target.value)
          }
          onBlur={() => add(typed)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') add(typed)
            if (event.key === 'Backspace' && typed === '' && tags.length > 0) set(tags.slice(0, -1))
          }}
          className="min-w-16 flex-1 bg-transparent outline-none!"
        />
      )}
    </div>
  )
}
