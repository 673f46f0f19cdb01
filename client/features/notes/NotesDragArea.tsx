import { type ReactNode, useMemo } from 'react'
import { parseTarget } from '../../../shared/review/target.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useSession } from '../../session/context.tsx'
import { usePlacement } from '../../session/hooks.ts'
import { DragArea, type DragWords } from '../../ui/dnd/DragArea.tsx'
import type { Place } from '../../ui/dnd/place.ts'
import { newThemeList } from './note-verbs.ts'
import { useSectionOf } from './use-section.ts'
import { useSorting } from './use-sorting.ts'

interface Props {
  /** Whether a grouped note that is dropped beside others leaves its theme. */
  readonly ungroups: boolean
  readonly children: ReactNode
}

/** Where notes are dragged; others see who drags which while it lasts, and the board is written when it is dropped. */
export function NotesDragArea({ ungroups, children }: Props) {
  const session = useSession()
  const sorting = useSorting()
  const placement = usePlacement()
  const words = useMemo(() => wordsFor(session), [session])
  return (
    <DragArea
      words={words}
      overlay={(id) => <Lifted id={id} />}
      onDrop={(id, place) => sorting.drop(id, place, { ungroups })}
      arrangement={placement}
      onDragging={(id) => session.presence.set({ dragging: id })}
    >
      {children}
    </DragArea>
  )
}

/** What follows the pointer: the words of the note and no more. */
function Lifted({ id }: { readonly id: string }) {
  const { view } = useSession()
  const note = view.entries.notes.entry(id).get()
  const section = useSectionOf(note?.section ?? '')
  return (
    <div
      data-hue={section?.color}
      className="max-h-40 rotate-1 cursor-grabbing overflow-hidden rounded-lg border border-hue bg-hue-soft px-3 py-2.5 break-words whitespace-pre-wrap shadow-float"
    >
      {note?.text}
    </div>
  )
}

function wordsFor({ view }: BoardSession): DragWords {
  const note = (id: string) => shortened(view.entries.notes.entry(id).get()?.text ?? '')
  const where = (place: Place): string => {
    if (place.kind === 'onto') return `on ${note(place.item)}, to group the two`
    if (place.list === newThemeList) return 'on a new theme'
    const list = parseTarget(place.list)
    if (list?.kind === 'theme')
      return `on the theme ${view.entries.themes.entry(list.id).get()?.label || 'without a name'}`
    const section = view.session.get().sections.find((each) => each.id === list?.id)?.title ?? 'the section'
    if (place.kind === 'between' && place.before !== null) return `in ${section}, above ${note(place.before)}`
    return `in ${section}, at the end`
  }
  return {
    instructions: 'To move a note, press Space, then the arrow keys, then Space again. Escape leaves it where it was.',
    lifted: (id) => `Lifted ${note(id)}.`,
    over: (_id, place) => (place === null ? 'Back where it was.' : `${where(place)}.`),
    dropped: (id, place) =>
      place === null ? `${note(id)} stays where it was.` : `Dropped ${note(id)} ${where(place)}.`,
    cancelled: (id) => `${note(id)} stays where it was.`,
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `“${text.slice(0, 60)}…”` : `“${text}”`
}
