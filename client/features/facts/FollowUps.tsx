import { X } from 'lucide-react'
import type { Entry } from '../../../shared/document/schema.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { byRank } from '../../../shared/review/rank.ts'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useSession } from '../../session/context.tsx'
import { useEntries, useEntry, useText } from '../../session/hooks.ts'
import { removeWithUndo } from '../../session/removal.ts'
import { useMayEdit } from '../../session/use-may-edit.ts'
import { IconButton } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { LineInput } from '../../ui/LineInput.tsx'
import { ListPart, quietBox, quietText } from './ListPart.tsx'
import { MoveButtons, type Moves } from './Moves.tsx'

type Kind = Entry<'followUps'>['kind']

const kinds: readonly {
  readonly kind: Kind
  readonly title: string
  readonly addLabel: string
  readonly what: string
  readonly audience: string
}[] = [
  {
    kind: 'knowledge',
    title: 'Knowledge updates',
    addLabel: 'Add a knowledge update',
    what: 'What is to be written down',
    audience: 'Runbook, article, training',
  },
  {
    kind: 'briefing',
    title: 'Briefings',
    addLabel: 'Add a briefing',
    what: 'What is to be told',
    audience: 'Team, executives, customers',
  },
]

/** What is still to be written down or told, each ticked off once it is. */
export function FollowUps() {
  return (
    <div className="space-y-3">
      {kinds.map((each) => (
        <FollowUpsOf key={each.kind} {...each} />
      ))}
    </div>
  )
}

function FollowUpsOf({ kind, title, addLabel, what, audience }: (typeof kinds)[number]) {
  const { verbs } = useSession()
  const mayEdit = useMayEdit('followUps')
  const ids = useEntries('followUps', (all) =>
    [...all.values()]
      .filter((entry) => isLive(entry) && entry.kind === kind)
      .sort(byRank)
      .map(({ id }) => id),
  )
  if (!mayEdit && ids.length === 0) return null
  return (
    <div>
      <h4 className="text-sm font-medium text-ink-soft">{title}</h4>
      <ListPart
        placed="followUps"
        ids={ids}
        mayEdit={mayEdit}
        addLabel={addLabel}
        onAdd={() => verbs.addFollowUp({ kind })}
      >
        {(id, moves) => <FollowUp key={id} id={id} mayEdit={mayEdit} moves={moves} what={what} audience={audience} />}
      </ListPart>
    </div>
  )
}

interface FollowUpProps {
  readonly id: string
  readonly mayEdit: boolean
  readonly moves: Moves | undefined
  readonly what: string
  readonly audience: string
}

function FollowUp({ id, mayEdit, moves, what, audience }: FollowUpProps) {
  const session = useSession()
  const entry = useEntry('followUps', id)
  const text = useText('followUps', id, 'what')
  if (entry === undefined || text === undefined) return null
  return (
    <li className="group/row flex items-start gap-2.5 py-1.5">
      <input
        type="checkbox"
        aria-label={`Done: ${entry.what === '' ? 'this one' : entry.what}`}
        checked={entry.done}
        disabled={!mayEdit}
        onChange={(event) => session.verbs.setFollowUp(id, { done: event.target.checked })}
        className="mt-1.5 size-4.5 shrink-0 accent-ink"
      />
      <div className="min-w-0 flex-1">
        <CollaborativeText
          handle={text}
          label={what}
          placeholder={what}
          readOnly={!mayEdit}
          className={classes(quietText, entry.done && 'text-ink-soft line-through')}
        />
        <LineInput
          aria-label={`${what}: where, or to whom`}
          placeholder={mayEdit ? audience : ''}
          value={entry.audience}
          maxLength={200}
          disabled={!mayEdit}
          onCommit={(next) => session.verbs.setFollowUp(id, { audience: next })}
          className={`${quietBox} -ml-2 min-h-7! py-0.5! text-sm text-ink-soft`}
        />
      </div>
      <MoveButtons what={entry.what === '' ? 'this one' : entry.what} moves={moves} />
      {mayEdit && (
        <IconButton
          size="sm"
          label={`Remove ${entry.what === '' ? 'this one' : entry.what}`}
          icon={<X />}
          onClick={() => removeWithUndo(session, 'followUps', id, 'Removed a follow-up')}
        />
      )}
    </li>
  )
}
