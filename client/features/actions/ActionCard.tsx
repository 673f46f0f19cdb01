import { CornerDownRight, ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { isOverdue } from '../../../shared/review/action.ts'
import { isUnproven } from '../../../shared/review/proof.ts'
import { target } from '../../../shared/review/target.ts'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useSession } from '../../session/context.tsx'
import { useClockNow, useEntry, useMay, useText } from '../../session/hooks.ts'
import { Links, useLinking } from '../../session/linking.tsx'
import { useTargetWords } from '../../session/use-target-words.ts'
import { Badge } from '../../ui/Badge.tsx'
import { classes } from '../../ui/classes.ts'
import { linkHost } from '../../ui/link-host.ts'
import { toast } from '../../ui/toast.ts'
import { ActionControls } from './ActionControls.tsx'
import { ActionDetails } from './ActionDetails.tsx'
import { Evidence } from './Evidence.tsx'
import { MoreButtons } from './MoreButtons.tsx'

const quiet =
  'block w-full field-sizing-content resize-none rounded-md border border-transparent bg-transparent px-1.5 py-0.5 ' +
  'hover:not-read-only:border-line-strong focus-visible:bg-surface'

interface ActionCardProps {
  readonly id: string
  /** Its title takes the keyboard: it was made just now. */
  readonly isNew?: boolean
}

/** An action with all that makes it one: who, by when, how it will be shown to be done, and where it came from. */
export function ActionCard({ id, isNew = false }: ActionCardProps) {
  const session = useSession()
  const action = useEntry('actions', id)
  const title = useText('actions', id, 'title')
  const verification = useText('actions', id, 'verification')
  const mayEdit = useMay().change('actions', 'owner').allowed
  const mayLink = useMay().create('links').allowed
  const { pick } = useLinking()
  const [isOpen, setOpen] = useState(false)
  const today = new Date(useClockNow(60_000)).toISOString().slice(0, 10)
  if (action === undefined || title === undefined || verification === undefined) return null

  const isComplete = action.status === 'complete' && !isUnproven(action)
  const remove = () => {
    if (!session.verbs.removeEntry('actions', id).allowed) return
    toast({
      title: 'Removed the action',
      action: { label: 'Undo', onClick: () => session.verbs.restoreEntry('actions', id) },
    })
  }
  return (
    <article
      data-target={`action:${id}`}
      aria-label={action.title || 'New action'}
      className={classes(
        'group rounded-lg border border-line bg-surface p-2.5 focus-visible:outline-2 focus-visible:outline-focus',
        isComplete && 'bg-transparent',
      )}
    >
      <div className="flex items-start gap-1">
        <CollaborativeText
          handle={title}
          label="What will be done"
          placeholder="One thing that somebody can do and finish"
          readOnly={!mayEdit}
          autoFocus={isNew}
          className={classes(quiet, 'font-medium', isComplete && 'text-ink-soft line-through decoration-1')}
        />
        {isOverdue(action, today) && <Badge tone="danger">Overdue</Badge>}
        {isUnproven(action) && <Badge tone="amber">Not proven</Badge>}
        <MoreButtons
          isOpen={isOpen}
          onToggle={() => setOpen(!isOpen)}
          onLink={mayLink ? () => pick(target('action', id)) : undefined}
          onRemove={mayEdit ? remove : undefined}
        />
      </div>
      <ActionControls action={action} mayEdit={mayEdit} today={today} />
      <div className="mt-1.5">
        <CollaborativeText
          handle={verification}
          label="How it will be verified"
          placeholder={mayEdit ? 'How will we know that it works? A test, a drill, a graph' : ''}
          multiline
          readOnly={!mayEdit}
          className={classes(quiet, 'text-ink-soft')}
        />
      </div>
      <Evidence action={action} mayEdit={mayEdit} />
      <div className="flex flex-wrap gap-x-4 px-1.5 text-sm empty:hidden">
        <Source id={id} />
        {action.link !== null && (
          <a
            href={action.link}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1 text-ink-soft underline underline-offset-2 hover:text-ink"
          >
            <ExternalLink aria-hidden="true" className="size-3.5" />
            {linkHost(action.link)}
          </a>
        )}
      </div>
      <div className="px-1.5">
        <Links target={target('action', id)} />
      </div>
      {isOpen && <ActionDetails action={action} mayEdit={mayEdit} />}
    </article>
  )
}

function Source({ id }: { readonly id: string }) {
  const { show } = useLinking()
  const source = useEntry('actions', id)?.source ?? null
  const words = useTargetWords(source)
  if (source === null || words === null) return null
  return (
    <button
      type="button"
      aria-label={`Comes from ${words}`}
      onClick={() => show(source)}
      className="inline-flex min-w-0 items-center gap-1 text-left text-ink-soft hover:text-ink hover:underline"
    >
      <CornerDownRight aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate">{words}</span>
    </button>
  )
}
