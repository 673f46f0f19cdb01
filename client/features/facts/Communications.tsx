import { useState } from 'react'
import { isLive } from '../../../shared/review/placement.ts'
import { compareText } from '../../../shared/review/rank.ts'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useSession } from '../../session/context.tsx'
import { useEntries, useEntry, useFlat, useText } from '../../session/hooks.ts'
import { myZone } from '../../session/my-zone.ts'
import { removeWithUndo } from '../../session/removal.ts'
import { TimeEditor } from '../../session/time/TimeEditor.tsx'
import { momentText } from '../../session/time/times-text.ts'
import { useMayEdit } from '../../session/use-may-edit.ts'
import { Button } from '../../ui/Button.tsx'
import { LineInput } from '../../ui/LineInput.tsx'
import { Select } from '../../ui/Select.tsx'
import { ListPart, ListRow, quietBox, quietText } from './ListPart.tsx'

const scopes = [
  { value: 'inside', label: 'Internal' },
  { value: 'outside', label: 'External' },
] as const

/** Who was told what, and when; by time, what has none yet last. */
export function Communications() {
  const { verbs } = useSession()
  const mayEdit = useMayEdit('communications')
  const ids = useEntries(
    'communications',
    (all) =>
      [...all.values()]
        .filter(isLive)
        .sort((a, b) => compareText(a.at ?? '9999', b.at ?? '9999') || compareText(a.id, b.id))
        .map(({ id }) => id),
    (a, b) => a.join() === b.join(),
  )
  return (
    <ListPart ids={ids} mayEdit={mayEdit} addLabel="Add a message" onAdd={() => verbs.addCommunication({})}>
      {(id) => <Communication key={id} id={id} mayEdit={mayEdit} />}
    </ListPart>
  )
}

function Communication({ id, mayEdit }: { readonly id: string; readonly mayEdit: boolean }) {
  const session = useSession()
  const entry = useEntry('communications', id)
  const said = useText('communications', id, 'said')
  if (entry === undefined || said === undefined) return null
  const { at, audience, scope } = entry
  const what = audience === '' ? 'the message' : `the message to ${audience}`
  return (
    <ListRow
      what={what}
      removeLabel={`Remove ${what}`}
      onRemove={mayEdit ? () => removeWithUndo(session, 'communications', id, `Removed ${what}`) : null}
      head={
        <>
          <MessageTime
            at={at}
            what={what}
            mayEdit={mayEdit}
            onCommit={(next) => session.verbs.setCommunication(id, { at: next })}
          />
          <span className="flex min-w-48 flex-1 items-center gap-1">
            <Select
              size="sm"
              label={`Where ${what} went`}
              value={scope}
              options={scopes}
              disabled={!mayEdit}
              onChange={(next) => session.verbs.setCommunication(id, { scope: next })}
            />
            <LineInput
              aria-label={`Audience of ${what}`}
              placeholder="To whom"
              value={audience}
              maxLength={200}
              disabled={!mayEdit}
              onCommit={(next) => session.verbs.setCommunication(id, { audience: next })}
              className={`${quietBox} min-w-0 flex-1`}
            />
          </span>
        </>
      }
    >
      <CollaborativeText
        handle={said}
        label={`What ${what} said`}
        placeholder="What was said"
        multiline
        readOnly={!mayEdit}
        className={quietText}
      />
    </ListRow>
  )
}

interface MessageTimeProps {
  readonly at: string | null
  readonly what: string
  readonly mayEdit: boolean
  readonly onCommit: (at: string | null) => void
}

function MessageTime({ at, what, mayEdit, onCommit }: MessageTimeProps) {
  const [isEditing, setEditing] = useState(false)
  const start = useFlat('incident', (incident) => incident.notifiedAt ?? incident.startedAt ?? null)
  const label = `Time of ${what}`
  const done = () => setEditing(false)
  if (isEditing)
    return <TimeEditor label={label} value={at} start={start} onCommit={onCommit} onDone={done} autoFocus />
  const words = at === null ? 'Add time' : momentText(at, myZone())
  if (!mayEdit) return at === null ? null : <span className="tabular text-sm">{words}</span>
  return (
    <Button
      variant="ghost"
      size="sm"
      className="tabular -ml-2 max-w-full shrink! whitespace-normal"
      aria-label={`${label}: ${words}`}
      onClick={() => setEditing(true)}
    >
      {words}
    </Button>
  )
}
