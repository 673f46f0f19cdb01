import { ExternalLink } from 'lucide-react'
import { useSession } from '../../session/context.tsx'
import { useEntries, useEntry } from '../../session/hooks.ts'
import { removeWithUndo } from '../../session/removal.ts'
import { useMayEdit } from '../../session/use-may-edit.ts'
import { LineInput } from '../../ui/LineInput.tsx'
import { linkHost } from '../../ui/link-host.ts'
import { Select } from '../../ui/Select.tsx'
import { inOrder } from './in-order.ts'
import { ListPart, ListRow, quietBox } from './ListPart.tsx'
import type { Moves } from './Moves.tsx'
import { WebAddress } from './WebAddress.tsx'

const kinds = [
  { value: 'document', label: 'Document' },
  { value: 'evidence', label: 'Evidence' },
  { value: 'incident', label: 'Incident' },
] as const

/** Where else there is something to read: documents, evidence, other incidents. */
export function References() {
  const { verbs } = useSession()
  const mayEdit = useMayEdit('references')
  const ids = useEntries('references', inOrder)
  return (
    <ListPart
      placed="references"
      ids={ids}
      mayEdit={mayEdit}
      addLabel="Add a document"
      onAdd={() => verbs.addReference({ title: '' })}
    >
      {(id, moves) => <Reference key={id} id={id} mayEdit={mayEdit} moves={moves} />}
    </ListPart>
  )
}

interface ReferenceProps {
  readonly id: string
  readonly mayEdit: boolean
  readonly moves: Moves | undefined
}

function Reference({ id, mayEdit, moves }: ReferenceProps) {
  const session = useSession()
  const entry = useEntry('references', id)
  if (entry === undefined) return null
  const { title, link, kind } = entry
  const what = title === '' ? 'the document' : title
  return (
    <ListRow
      what={what}
      moves={moves}
      removeLabel={`Remove ${what}`}
      onRemove={mayEdit ? () => removeWithUndo(session, 'references', id, `Removed ${what}`) : null}
      head={
        <>
          <Select
            size="sm"
            label={`Kind of ${what}`}
            value={kind}
            options={kinds}
            disabled={!mayEdit}
            onChange={(next) => session.verbs.setReference(id, { kind: next })}
          />
          <LineInput
            aria-label={`Title of ${what}`}
            placeholder="Title"
            value={title}
            maxLength={300}
            disabled={!mayEdit}
            onCommit={(next) => session.verbs.setReference(id, { title: next })}
            className={`${quietBox} min-w-0 flex-1 font-medium`}
          />
          {link !== null && (
            <a
              href={link}
              target="_blank"
              rel="noreferrer"
              className="tap inline-flex items-center gap-1 text-sm text-ink-soft underline underline-offset-2"
            >
              {linkHost(link)}
              <ExternalLink aria-hidden="true" className="size-3.5" />
            </a>
          )}
        </>
      }
    >
      {mayEdit && (
        <WebAddress
          label={`Web address of ${what}`}
          value={link}
          onCommit={(next) => session.verbs.setReference(id, { link: next }).allowed}
          className={`${quietBox} -ml-2 text-sm text-ink-soft`}
        />
      )}
    </ListRow>
  )
}
