import { Layers, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Section } from '../../../shared/review/session.ts'
import { useSession } from '../../session/context.tsx'
import { useMay, usePlacement } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { useDropList } from '../../ui/dnd/use-drop-list.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { BoardBar } from './BoardBar.tsx'
import { Composer } from './Composer.tsx'
import { NoteActionsProvider } from './NoteActionsProvider.tsx'
import { NotesDragArea } from './NotesDragArea.tsx'
import { useNoteActions } from './note-actions.ts'
import { newThemeList, sectionList } from './note-verbs.ts'
import { PinList } from './PinList.tsx'
import { ThemeCard } from './ThemeCard.tsx'
import { usePins } from './use-pins.ts'
import { useSections } from './use-section.ts'
import { count } from './written.ts'

type Side = 'notes' | 'themes'

/** Ungrouped notes on one side, themes on the other, each scrolling for itself, so that both stay in reach. */
export function GroupView() {
  const placement = usePlacement()
  const [side, show] = useState<Side>('notes')
  const all = [...placement.notes.values()]
  const ungrouped = all.filter((note) => note.theme === null).length
  return (
    <NoteActionsProvider>
      <NotesDragArea ungroups>
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
      </NotesDragArea>
    </NoteActionsProvider>
  )
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

const pane = 'min-h-0 flex-1 overflow-y-auto px-4 pb-52 @min-[40rem]:block @min-[40rem]:px-5 @min-[86rem]:px-6'

function Ungrouped({ isShown }: { readonly isShown: boolean }) {
  const sections = useSections()
  const half = Math.ceil(sections.length / 2)
  return (
    <section
      aria-label="Ungrouped notes"
      className={classes(pane, !isShown && 'hidden', '@min-[40rem]:border-r border-line')}
    >
      <div className="grid gap-x-4 @min-[68rem]:grid-cols-2">
        {[sections.slice(0, half), sections.slice(half)].map((stack) => (
          <div key={stack[0]?.id ?? 'none'} className="min-w-0">
            {stack.map((section) => (
              <Pile key={section.id} section={section} />
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}

function Pile({ section }: { readonly section: Section }) {
  const canSort = useMay().change('notes', 'theme').allowed
  const themes = usePlacement().notes
  const pins = usePins(section.id).filter((pin) => pin.kind === 'draft' || themes.get(pin.id)?.theme === null)
  return (
    <section
      data-hue={section.color}
      data-column={section.id}
      aria-labelledby={`pile-${section.id}`}
      className="flex flex-col"
    >
      <h2 id={`pile-${section.id}`} className="flex items-center gap-2 pt-2 pb-1 font-semibold">
        <Icon name={section.icon} className="size-4.5 shrink-0 text-hue" />
        {section.title}
        <span className="tabular text-sm font-normal text-ink-soft">{pins.length === 0 ? '' : pins.length}</span>
      </h2>
      {canSort && <Composer section={section} quiet />}
      <PinList label={section.title} list={sectionList(section.id)} pins={pins} canSort={canSort} />
    </section>
  )
}

function Themes({ isShown }: { readonly isShown: boolean }) {
  const { themes } = usePlacement()
  const canSort = useMay().create('themes').allowed
  return (
    <section aria-label="Themes" className={classes(pane, !isShown && 'hidden')}>
      <h2 className="pt-2 pb-2 font-semibold">Themes</h2>
      {themes.length === 0 && (
        <EmptyState icon={<Layers />} title="No themes yet">
          Drag a note onto one that says something similar, or press <b>G</b> on a note.
        </EmptyState>
      )}
      <div className="grid items-start gap-3 @min-[58rem]:grid-cols-2">
        {themes.map((theme) => (
          <ThemeCard key={theme.id} id={theme.id} canSort={canSort} />
        ))}
        {canSort && <NewTheme isFirst={themes.length === 0} />}
      </div>
    </section>
  )
}

/** Takes a note that starts a theme of its own. */
function NewTheme({ isFirst }: { readonly isFirst: boolean }) {
  const { verbs } = useSession()
  const { open } = useNoteActions()
  const drop = useDropList(newThemeList, 'into')
  const add = () => {
    const added = verbs.addTheme()
    if (added.allowed) open({ naming: added.value })
  }
  return (
    <div
      ref={drop.ref}
      className={classes(
        'flex min-h-20 items-center justify-center rounded-xl border border-dashed p-3 text-ink-soft transition-colors',
        isFirst && 'col-span-full',
        drop.mark === 'into' ? 'border-focus bg-focus/8 text-ink' : 'border-line-strong',
      )}
    >
      <Button variant="ghost" icon={<Plus />} onClick={add}>
        New theme
      </Button>
    </div>
  )
}
