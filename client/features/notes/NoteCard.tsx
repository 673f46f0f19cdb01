import { Move, PenLine } from 'lucide-react'
import { memo } from 'react'
import { target } from '../../../shared/review/target.ts'
import { useFound } from '../../session/finding.tsx'
import { useCompany, useEntry, usePerson } from '../../session/hooks.ts'
import { Links } from '../../session/linking.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Discussion } from './Discussion.tsx'
import { NoteEditor } from './NoteText.tsx'
import { NoteTools } from './NoteTools.tsx'
import { useIsOpen } from './note-actions.ts'
import { ThemeMark } from './ThemeMark.tsx'
import { useSectionOf } from './use-section.ts'
import { useWaitingChange, WaitingChange } from './WaitingChange.tsx'

interface Props {
  readonly id: string
  /** Beside notes of other sections a note says which one it is of. */
  readonly saysSection?: boolean | undefined
  /** Within a theme it need not say which. */
  readonly saysTheme?: boolean | undefined
}

/** A note on the board. Renders again when its own entry changes, and not when others do. */
export const NoteCard = memo(function NoteCard({ id, saysSection = false, saysTheme = true }: Props) {
  const note = useEntry('notes', id)
  const isEditing = useIsOpen('editing', id)
  const waiting = useWaitingChange(id)
  const found = useFound()
  if (note === undefined) return null
  const isLit = found?.has(id) === true
  const isDimmed = found !== null && !isLit
  // Nothing to say below its words, as on anonymous boards: then its tools stand beside them.
  const isWaiting = note.author === null && (waiting.isTakenBack || waiting.words !== null)
  const isBare = note.author === null && !isWaiting && !saysSection && !(saysTheme && note.theme !== null)

  return (
    <div
      className={classes(
        'relative rounded-lg border px-3 pt-2.5 pb-2 transition-colors',
        // Without its colour it steps back, and can still be read.
        isDimmed ? 'border-line saturate-0' : 'border-hue-line bg-hue-soft',
        isLit && 'ring-2 ring-hue',
      )}
    >
      <div
        id={`note-${id}`}
        className={classes(
          'min-h-6 break-words whitespace-pre-wrap',
          isDimmed ? 'text-ink-faint' : 'text-ink',
          isBare && 'pr-6',
        )}
      >
        {isEditing ? <NoteEditor id={id} /> : (isWaiting && waiting.words) || note.text}
      </div>
      <footer
        className={classes(
          'flex flex-wrap items-center gap-x-2.5 gap-y-1 pr-8 text-sm text-ink-soft',
          isBare ? 'absolute top-1.5 right-3 h-7' : 'relative mt-1.5 min-h-7',
        )}
      >
        {(saysSection || note.author !== null) && (
          <span className="inline-flex max-w-full min-w-0 items-center gap-2.5">
            {saysSection && <SectionMark section={note.section} />}
            {note.author !== null && <Author person={note.author} />}
          </span>
        )}
        {saysTheme && note.theme !== null && <ThemeMark note={id} theme={note.theme} />}
        {isWaiting && !isEditing && <WaitingChange isTakenBack={waiting.isTakenBack} />}
        <Company id={id} />
        <NoteTools id={id} author={note.author} text={note.text} theme={note.theme} />
      </footer>
      <Links target={target('note', id)} />
      <Discussion root="notes" id={id} text={note.discussion} />
    </div>
  )
})

function Author({ person }: { readonly person: string }) {
  const found = usePerson(person)
  if (found === undefined) return null
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Avatar size="sm" name={found.name} color={found.color} />
      <span className="truncate">{found.name}</span>
    </span>
  )
}

function SectionMark({ section }: { readonly section: string }) {
  const found = useSectionOf(section)
  return (
    <span title={found?.title} className="inline-flex text-hue">
      <Icon name={found?.icon ?? ''} className="size-4" />
      <span className="sr-only">{found?.title}</span>
    </span>
  )
}

/** Who else is changing or moving this note just now. */
function Company({ id }: { readonly id: string }) {
  const company = useCompany(id)
  const person = usePerson(company?.person ?? '')
  if (company === undefined || person === undefined) return null
  return (
    <span data-hue={person.color} className="inline-flex items-center gap-1 rounded-full bg-hue px-2 text-hue-on">
      {company.does === 'moving' ? <Move className="size-3" aria-hidden /> : <PenLine className="size-3" aria-hidden />}
      {person.name} is {company.does}
    </span>
  )
}
