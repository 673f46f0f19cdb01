import { ChevronRight, Layers } from 'lucide-react'
import { memo } from 'react'
import type { Target } from '../../../shared/review/session.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import { useEntryValue, usePlacement, useSessionFacts } from '../../session/hooks.ts'
import { classes } from '../../ui/classes.ts'
import { useTargetText } from './use-round.ts'
import { VoteButtons } from './VoteButtons.tsx'

interface Props {
  readonly target: Target
  readonly mine: number
  readonly most: number
  readonly left: number
  readonly mayVote: boolean
  /** Those of people in the room for whom I vote; null where I vote for none. */
  readonly room: number | null
  readonly roomMost: number
  readonly roomLeft: number
  /** Everyone's votes; null while they are secret. */
  readonly everyone: number | null
}

/** Something to vote on. */
export const VoteTarget = memo(function VoteTarget({
  target,
  mine,
  most,
  left,
  mayVote,
  room,
  roomMost,
  roomLeft,
  everyone,
}: Props) {
  const parsed = parseTarget(target)
  const text = useTargetText(target)
  const section = useEntryValue('notes', parsed?.kind === 'note' ? parsed.id : '', (note) => note?.section)
  const look = useSessionFacts(({ sections }) => sections.find((each) => each.id === section))
  return (
    <li className="list-none">
      <article
        data-hue={look?.color ?? 'gray'}
        aria-label={text}
        className={classes(
          'flex h-full flex-col justify-between gap-2.5 rounded-lg border bg-hue-soft p-3',
          mine > 0 ? 'border-hue' : 'border-hue-line',
        )}
      >
        <div className="flex min-w-0 gap-2">
          {parsed?.kind === 'theme' && <Layers aria-hidden="true" className="mt-1 size-4 shrink-0 text-ink-soft" />}
          <div className="min-w-0 flex-1">
            <p className={parsed?.kind === 'theme' ? 'font-semibold break-words' : 'break-words whitespace-pre-wrap'}>
              {text}
            </p>
            {parsed?.kind === 'theme' && <NotesIn theme={parsed.id} />}
          </div>
        </div>
        <div className="flex min-h-9 flex-wrap items-center justify-end gap-x-3 gap-y-2">
          {everyone !== null && (
            <p className="tabular mr-auto text-sm text-ink-soft">
              {everyone} {everyone === 1 ? 'vote' : 'votes'} so far
            </p>
          )}
          {room !== null && (
            <span className="flex items-center gap-1.5 text-sm text-ink-soft">
              Room
              <VoteButtons target={target} text={text} mine={room} most={roomMost} left={roomLeft} root="roomBallots" />
            </span>
          )}
          {mayVote && <VoteButtons target={target} text={text} mine={mine} most={most} left={left} />}
        </div>
      </article>
    </li>
  )
})

/** What a theme is about: its notes, folded away behind their number. */
function NotesIn({ theme }: { readonly theme: string }) {
  const notes = usePlacement().themes.find((each) => each.id === theme)?.notes ?? []
  if (notes.length === 0) return <p className="text-sm text-ink-soft">No notes yet</p>
  return (
    <details className="group/notes text-ink-soft">
      <summary className="tap flex cursor-pointer list-none items-center gap-1 text-sm select-none hover:text-ink pointer-coarse:-my-1.5">
        <ChevronRight aria-hidden="true" className="size-3.5 transition-transform group-open/notes:rotate-90" />
        {notes.length} {notes.length === 1 ? 'note' : 'notes'}
      </summary>
      <ul className="mt-1 list-disc space-y-1 pl-4">
        {notes.map((note) => (
          <NoteLine key={note.id} id={note.id} />
        ))}
      </ul>
    </details>
  )
}

function NoteLine({ id }: { readonly id: string }) {
  const text = useEntryValue('notes', id, (note) => note?.text ?? '')
  return <li className="break-words whitespace-pre-wrap text-ink">{text}</li>
}
