import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useSession } from '../../session/context.tsx'
import { useEntries, useEntry, usePeople, useText } from '../../session/hooks.ts'
import { removeWithUndo } from '../../session/removal.ts'
import { useMayEdit } from '../../session/use-may-edit.ts'
import { LineInput } from '../../ui/LineInput.tsx'
import { NameInput } from '../../ui/NameInput.tsx'
import { inOrder } from './in-order.ts'
import { ListPart, ListRow, quietBox } from './ListPart.tsx'
import type { Moves } from './Moves.tsx'

/** Who responded, as what, and what they did. */
export function Responders() {
  const { verbs } = useSession()
  const ids = useEntries('responders', inOrder)
  const mayEdit = useMayEdit('responders')
  return (
    <ListPart
      placed="responders"
      ids={ids}
      mayEdit={mayEdit}
      addLabel="Add somebody"
      onAdd={() => verbs.addResponder({ name: '', role: '' })}
      none="Nobody named yet."
    >
      {(id, moves) => <Responder key={id} id={id} mayEdit={mayEdit} moves={moves} />}
    </ListPart>
  )
}

interface ResponderProps {
  readonly id: string
  readonly mayEdit: boolean
  readonly moves: Moves | undefined
}

function Responder({ id, mayEdit, moves }: ResponderProps) {
  const session = useSession()
  const names = usePeople().map((person) => person.name)
  const responder = useEntry('responders', id)
  const did = useText('responders', id, 'did')
  if (responder === undefined) return null
  const who = responder.name === '' ? 'this person' : responder.name
  return (
    <ListRow
      what={who}
      moves={moves}
      removeLabel={`Remove ${who}`}
      onRemove={mayEdit ? () => removeWithUndo(session, 'responders', id, `Removed ${who}`) : null}
      head={
        <>
          <NameInput
            label={`Name of ${who}`}
            placeholder="Name or team"
            value={responder.name}
            suggestions={names}
            maxLength={200}
            disabled={!mayEdit}
            onCommit={(name) => session.verbs.setResponder(id, { name })}
            className={`${quietBox} -ml-2 field-sizing-content w-auto! min-w-32 max-w-full font-medium`}
          />
          <LineInput
            aria-label={`Role of ${who}`}
            placeholder="Role"
            value={responder.role}
            maxLength={200}
            disabled={!mayEdit}
            onCommit={(role) => session.verbs.setResponder(id, { role })}
            className={`${quietBox} w-auto! min-w-24 flex-1`}
          />
        </>
      }
    >
      {did && (
        <CollaborativeText
          handle={did}
          label={`What ${who} did`}
          placeholder="What they did"
          multiline
          readOnly={!mayEdit}
          className="-ml-2 w-[calc(100%+0.5rem)] field-sizing-content resize-none rounded-md border border-transparent bg-transparent px-2 text-ink-soft hover:not-read-only:border-line-strong"
        />
      )}
    </ListRow>
  )
}
