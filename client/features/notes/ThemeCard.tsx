import { ArrowDown, ArrowUp, Ellipsis, Layers, ListPlus, MessageSquareText, Presentation, Trash2 } from 'lucide-react'
import { memo, useState } from 'react'
import { target } from '../../../shared/review/target.ts'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useSession } from '../../session/context.tsx'
import { useEntry, useMay, useMe, usePlacement, useSessionFacts, useText } from '../../session/hooks.ts'
import { IconButton } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { useDropList } from '../../ui/dnd/use-drop-list.ts'
import { Menu, type MenuDivider, type MenuItem } from '../../ui/Menu.tsx'
import { toast } from '../../ui/toast.ts'
import { Discussion } from './Discussion.tsx'
import { NoteCard } from './NoteCard.tsx'
import { NoteShell } from './NoteShell.tsx'
import { useIsOpen, useNoteActions } from './note-actions.ts'
import { themeList } from './note-verbs.ts'
import { useSections } from './use-section.ts'

interface Props {
  readonly id: string
  readonly canSort: boolean
}

/** A theme and the notes in it. The whole of it takes a note that is dropped. */
export const ThemeCard = memo(function ThemeCard({ id, canSort }: Props) {
  const theme = useEntry('themes', id)
  const notes = usePlacement().themes.find((each) => each.id === id)?.notes ?? []
  const sections = useSections()
  const drop = useDropList(themeList(id), 'into')
  const [last, setLast] = useState<string | null>(null)
  const tabStop = notes.some((note) => note.id === last) ? last : notes[0]?.id
  if (theme === undefined) return null
  return (
    <section
      ref={drop.ref}
      data-column={id}
      aria-label={`Theme: ${theme.label || 'without a name'}`}
      onFocus={({ target: focused }) => setLast(focused.closest<HTMLElement>('[data-note]')?.dataset.note ?? last)}
      className={classes(
        'group/note rounded-xl border bg-surface p-3 transition-[border-color,box-shadow]',
        drop.mark === 'into' ? 'border-focus ring-2 ring-focus' : 'border-line',
      )}
    >
      <header className="flex items-start gap-2">
        <Layers aria-hidden="true" className="mt-1.5 size-4 shrink-0 text-ink-soft" />
        <ThemeLabel id={id} label={theme.label} canName={canSort} />
        <span className="tabular mt-1 text-sm text-ink-soft">{notes.length}</span>
        <ThemeTools id={id} label={theme.label} />
      </header>
      <ul aria-label="Notes in this theme" className="-mx-1 mt-1 px-1">
        {notes.map((note) => (
          <NoteShell
            key={note.id}
            id={note.id}
            list={themeList(id)}
            joinable={false}
            disabled={!canSort}
            isTabStop={note.id === tabStop}
            hue={sections.find((section) => section.id === note.section)?.color}
          >
            <NoteCard id={note.id} saysSection saysTheme={false} />
          </NoteShell>
        ))}
      </ul>
      <div className="[&>*]:border-line">
        <Discussion root="themes" id={id} text={theme.discussion} />
      </div>
      {notes.length === 0 && (
        <p className="mt-1 rounded-lg border border-dashed border-line px-3 py-3 text-ink-soft">Drop notes here.</p>
      )}
    </section>
  )
})

/** The name of a theme, written in place; of a new one at once. */
function ThemeLabel({
  id,
  label,
  canName,
}: {
  readonly id: string
  readonly label: string
  readonly canName: boolean
}) {
  const handle = useText('themes', id, 'label')
  const isNew = useIsOpen('naming', id)
  const { open } = useNoteActions()
  if (!canName || handle === undefined) {
    return <h3 className="min-w-0 flex-1 py-1 font-semibold break-words">{label || 'Theme without a name'}</h3>
  }
  const leave = () => open({ naming: null })
  return (
    <CollaborativeText
      handle={handle}
      label="Name of the theme"
      placeholder="Name this theme"
      autoFocus={isNew}
      onSubmit={() => {
        leave()
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      }}
      onEscape={leave}
      onBlur={leave}
      className="field-sizing-content min-w-0 flex-1 resize-none rounded-md bg-transparent px-1.5 py-1 font-semibold hover:bg-ink/5 focus:bg-transparent"
    />
  )
}

function ThemeTools({ id, label }: { readonly id: string; readonly label: string }) {
  const { verbs, view } = useSession()
  const actions = useNoteActions()
  const may = useMay()
  const me = useMe()
  const isLit = useSessionFacts((session) => session.spotlight?.target === target('theme', id))
  const themes = usePlacement().themes
  const at = themes.findIndex((each) => each.id === id)

  const dissolve = () => {
    const notes = view.placement.get().themes.find((each) => each.id === id)?.notes ?? []
    if (!verbs.removeEntry('themes', id).allowed) return
    toast({
      title: `Theme removed, ${notes.length} notes kept`,
      action: { label: 'Undo', onClick: () => void verbs.restoreEntry('themes', id) },
    })
  }

  const items: (MenuItem | MenuDivider)[] = []
  const put = (allowed: boolean, item: MenuItem) => {
    if (allowed) items.push(item)
  }
  const mayChange = may.change('themes', 'rank').allowed
  put(may.change('themes', 'discussion').allowed, {
    label: 'Write down what was said',
    icon: <MessageSquareText />,
    onSelect: () => actions.open({ discussing: id }),
  })
  put(may.create('actions').allowed, {
    label: 'Add action',
    icon: <ListPlus />,
    onSelect: () => actions.addAction(target('theme', id), label),
  })
  put(me.role === 'facilitator', {
    label: isLit ? 'Take out of the spotlight' : 'Put in the spotlight',
    icon: <Presentation />,
    onSelect: () => actions.spotlight(isLit ? null : target('theme', id)),
  })
  put(mayChange && at > 0, { label: 'Move earlier', icon: <ArrowUp />, onSelect: () => verbs.moveTheme(id, at - 1) })
  put(mayChange && at < themes.length - 1, {
    label: 'Move later',
    icon: <ArrowDown />,
    onSelect: () => verbs.moveTheme(id, at + 1),
  })
  if (may.change('themes', 'removed').allowed) {
    items.push(
      { divider: true },
      { label: 'Remove theme, keep its notes', icon: <Trash2 />, danger: true, onSelect: dissolve },
    )
  }
  if (items.length === 0) return null
  return (
    <Menu
      items={items}
      trigger={<IconButton size="sm" label="More for this theme" icon={<Ellipsis />} data-no-drag />}
    />
  )
}
