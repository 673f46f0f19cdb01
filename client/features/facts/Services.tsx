import { History, MessageSquareText, Plus } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { EarlierReview } from '../../../shared/api/across.ts'
import { boardPage } from '../../../shared/api/paths.ts'
import type { Entry } from '../../../shared/document/schema.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useSession } from '../../session/context.tsx'
import { useEarlier } from '../../session/earlier.ts'
import { useEntries, useEntry, useText } from '../../session/hooks.ts'
import { removeWithUndo } from '../../session/removal.ts'
import { useMayEdit } from '../../session/use-may-edit.ts'
import { IconButton } from '../../ui/Button.tsx'
import { LineInput } from '../../ui/LineInput.tsx'
import { inOrder } from './in-order.ts'
import { ListRow, quietBox, quietText } from './ListPart.tsx'
import { type Moves, useMoving } from './Moves.tsx'

/** The services that were affected, each with its minutes. */
export function Services() {
  const ids = useEntries('services', inOrder)
  const mayEdit = useMayEdit('services')
  const moving = useMoving('services', ids, mayEdit)
  const earlier = useEarlier(useEntries('services', named))
  return (
    <div>
      <ul className="divide-y divide-line" onKeyDown={moving.onKeyDown}>
        {ids.map((id) => (
          <Service key={id} id={id} mayEdit={mayEdit} moves={moving.movesOf(id)} earlier={earlier} />
        ))}
      </ul>
      {mayEdit && <NewService />}
      {!mayEdit && ids.length === 0 && <p className="text-ink-faint">None named yet.</p>}
    </div>
  )
}

interface ServiceProps {
  readonly id: string
  readonly mayEdit: boolean
  readonly moves: Moves | undefined
  readonly earlier: readonly EarlierReview[]
}

function Service({ id, mayEdit, moves, earlier }: ServiceProps) {
  const session = useSession()
  const service = useEntry('services', id)
  const description = useText('services', id, 'description')
  const [isDescribed, describe] = useState(false)
  if (service === undefined) return null
  const { name, minutes } = service
  const seen = earlier.filter((review) => review.services.includes(name.trim()))
  return (
    <ListRow
      what={name}
      moves={moves}
      removeLabel={`Remove the service ${name}`}
      onRemove={mayEdit ? () => removeWithUndo(session, 'services', id, `Removed ${name}`) : null}
      head={
        <>
          <LineInput
            aria-label={`Name of the service ${name}`}
            value={name}
            maxLength={200}
            disabled={!mayEdit}
            onCommit={(next) => next !== '' && session.verbs.setService(id, { name: next })}
            className={`${quietBox} -ml-2 min-w-44 flex-1`}
          />
          <LineInput
            aria-label={`Minutes that ${name} was affected`}
            type="number"
            min={0}
            step={1}
            placeholder="–"
            value={minutes === null ? '' : String(minutes)}
            disabled={!mayEdit}
            onCommit={(typed) => session.verbs.setService(id, { minutes: typed === '' ? null : Number(typed) })}
            className={`${quietBox} tabular w-20! text-right`}
          />
          <span className="text-sm text-ink-soft">min</span>
          {mayEdit && (
            <IconButton
              size="sm"
              label={`Describe what happened to ${name}`}
              icon={<MessageSquareText />}
              onClick={() => describe(true)}
              className={service.description === '' && !isDescribed ? '' : 'invisible'}
            />
          )}
        </>
      }
    >
      {seen.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-1.5 text-sm text-amber wrap-anywhere">
          <History aria-hidden="true" className="size-4 shrink-0" />
          Seen before, in
          {seen.map((review) => (
            <Link key={review.id} href={boardPage(review.id)} className="underline underline-offset-2">
              {review.title}
            </Link>
          ))}
        </p>
      )}
      {description && (service.description !== '' || isDescribed) && (
        <CollaborativeText
          handle={description}
          label={`What happened to ${name}`}
          placeholder="What happened to it"
          multiline
          readOnly={!mayEdit}
          autoFocus={isDescribed && service.description === ''}
          onBlur={() => describe(false)}
          className={`${quietText} text-ink-soft`}
        />
      )}
    </ListRow>
  )
}

/** The names of all services, as one text that changes with any of them. */
function named(all: ReadonlyMap<string, Entry<'services'>>): string {
  return [...all.values()]
    .filter(isLive)
    .map(({ name }) => name)
    .sort()
    .join('\n')
}

function NewService() {
  const { verbs } = useSession()
  const [name, setName] = useState('')
  const add = () => {
    if (name.trim() !== '') verbs.addService({ name: name.trim() })
    setName('')
  }
  return (
    <form
      className="mt-1 flex items-center gap-1"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <input
        type="text"
        aria-label="Add a service"
        placeholder="Add a service"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={add}
        className={`field-box ${quietBox} -ml-2 min-w-0 flex-1`}
      />
      <IconButton size="sm" label="Add the service" icon={<Plus />} type="submit" />
    </form>
  )
}
