import { useState } from 'react'
import { usePlacement } from '../../session/hooks.ts'
import { BoardBar } from './BoardBar.tsx'
import { NoteActionsProvider } from './NoteActionsProvider.tsx'
import { NotesDragArea } from './NotesDragArea.tsx'
import { useNaming } from './note-actions.ts'
import { Themes } from './Themes.tsx'
import { Ungrouped } from './Ungrouped.tsx'
import { count } from './written.ts'

type Side = 'notes' | 'themes'

/** Ungrouped notes on one side, themes on the other, each scrolling for itself, so that both stay in reach. */
export function GroupView() {
  return (
    <NoteActionsProvider>
      <NotesDragArea ungroups>
        <Halves />
      </NotesDragArea>
    </NoteActionsProvider>
  )
}

function Halves() {
  const placement = usePlacement()
  const [side, show] = useShownSide()
  const all = [...placement.notes.values()]
  const ungrouped = all.filter((note) => note.theme === null).length
  return (
    <div className="@container flex h-full min-h-0 flex-col">
      <BoardBar>
        <p className="tabular truncate">
          {placement.themes.length > 0 && `${count(placement.themes.length, 'theme', 'themes')} · `}
          {ungrouped} of {count(all.length, 'note', 'notes')} ungrouped
        </p>
      </BoardBar>
      <Sides side={side} onShow={show} ungrouped={ungrouped} themes={placement.themes.length} />
      <div className="flex min-h-0 flex-1">
        <Ungrouped isShown={side === 'notes'} />
        <Themes isShown={side === 'themes'} />
      </div>
    </div>
  )
}

/** A theme that is to be named comes into sight in the same moment: only then can the keyboard go to its name. [THEMEUI4] */
function useShownSide(): readonly [side: Side, show: (side: Side) => void] {
  const [side, show] = useState<Side>('notes')
  const naming = useNaming()
  const [named, setNamed] = useState(naming)
  if (naming !== named) {
    setNamed(naming)
    if (naming !== null) show('themes')
  }
  return [side, show]
}

/** On a phone there is room for one side at a time. */
function Sides({
  side,
  onShow,
  ungrouped,
  themes,
}: {
  readonly side: Side
  readonly onShow: (side: Side) => void
  readonly ungrouped: number
  readonly themes: number
}) {
  const tab = (which: Side, label: string) => (
    <button
      type="button"
      aria-current={which === side ? 'true' : undefined}
      onClick={() => onShow(which)}
      className="tabular min-h-11 flex-1 border-b-2 border-transparent text-ink-soft aria-[current]:border-ink aria-[current]:text-ink"
    >
      {label}
    </button>
  )
  return (
    <nav aria-label="Notes and themes" className="flex border-b border-line px-4 @min-[40rem]:hidden">
      {tab('notes', `Ungrouped ${ungrouped}`)}
      {tab('themes', `Themes ${themes}`)}
    </nav>
  )
}
