import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { markingOf } from '../../../shared/incident/marks.ts'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useSession } from '../../session/context.tsx'
import { useEntry, useText } from '../../session/hooks.ts'
import { useRecordVerbs } from '../../session/record-verbs.ts'
import { removeWithUndo } from '../../session/removal.ts'
import { TimeEditor } from '../../session/time/TimeEditor.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { LineInput } from '../../ui/LineInput.tsx'
import { NameInput } from '../../ui/NameInput.tsx'
import { Select } from '../../ui/Select.tsx'
import { markings } from './EventMark.tsx'
import { useActorNames } from './use-known-names.ts'

/** One event while it is being edited; others see each letter. */
export function EventEditor({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const session = useSession()
  const { verbs } = session
  const { markEvent } = useRecordVerbs()
  const entry = useEntry('timeline', id)
  const event = useText('timeline', id, 'event')
  const action = useText('timeline', id, 'action')
  const actors = useActorNames()
  const [linkError, setLinkError] = useState<string>()
  if (entry === undefined || event === undefined || action === undefined) return null

  return (
    <div className="my-2 space-y-3 rounded-md border border-line-strong bg-raised p-3">
      <TimeEditor label="Time" value={entry.at} onCommit={(at) => at !== null && verbs.setEvent(id, { at })} />
      <CollaborativeText
        handle={event}
        label="What happened"
        placeholder="What could be seen"
        multiline
        autoFocus
        onEscape={onDone}
        className="field-box field-sizing-content resize-none"
      />
      <div className="grid gap-3 @lg:grid-cols-2">
        <Field label="Who or what acted">
          <NameInput
            value={entry.actor}
            suggestions={actors}
            maxLength={200}
            placeholder="A team, a role, a system"
            onCommit={(actor) => verbs.setEvent(id, { actor })}
          />
        </Field>
        <Field label="Action taken">
          <CollaborativeText
            handle={action}
            label="Action taken"
            className="field-box field-sizing-content resize-none"
            onSubmit={onDone}
          />
        </Field>
        <Field label="Kind of event">
          <Select
            value={markingOf(entry)}
            options={markings}
            onChange={(marking) => markEvent(id, marking)}
            className="w-full"
          />
        </Field>
        <Field label="Link" {...(linkError === undefined ? {} : { error: linkError })}>
          <LineInput
            type="url"
            value={entry.link ?? ''}
            placeholder="https://"
            onCommit={(link) => {
              const done = verbs.setEvent(id, { link: link === '' ? null : link })
              setLinkError(done.allowed ? undefined : 'A web address starts with https:// or http://.')
            }}
          />
        </Field>
      </div>
      <div className="flex justify-between gap-2">
        <Button
          variant="ghost"
          size="sm"
          icon={<Trash2 />}
          onClick={() => {
            onDone()
            removeWithUndo(session, 'timeline', id, 'Removed the event')
          }}
        >
          Remove
        </Button>
        <Button size="sm" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  )
}
