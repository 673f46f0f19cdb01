import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, useState } from 'react'
import { target } from '../../../shared/review/target.ts'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useEntry, usePlacement, useText } from '../../session/hooks.ts'
import { Links } from '../../session/linking.tsx'
import { classes } from '../../ui/classes.ts'
import { useDropList } from '../../ui/dnd/use-drop-list.ts'
import { Discussion } from './Discussion.tsx'
import { focusTheme } from './focus.ts'
import { useIsOpen, useNoteActions } from './note-actions.ts'
import { themeList } from './note-verbs.ts'
import { PinnedNote } from './PinnedNote.tsx'
import { ThemeTools } from './ThemeTools.tsx'
import { useFolded } from './use-folded.ts'
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
  const { isFolded, set } = useFolded()
  const folded = isFolded(id)
  const tabStop = notes.some((note) => note.id === last) ? last : notes[0]?.id
  if (theme === undefined) return null
  return (
    <section
      ref={drop.ref}
      data-column={id}
      data-target={target('theme', id)}
      aria-label={`Theme: ${theme.label || 'without a name'}`}
      onFocus={({ target: focused }) => setLast(focused.getAttribute('data-note') ?? last)}
      className={classes(
        'rounded-xl border bg-surface p-3 transition-[border-color,box-shadow]',
        drop.mark === 'into' ? 'border-focus ring-2 ring-focus' : 'border-line',
      )}
    >
      <header className="flex items-start gap-2 pointer-coarse:items-center">
        <button
          type="button"
          data-no-drag
          aria-expanded={!folded}
          aria-label={folded ? 'Show the notes' : 'Fold the notes away'}
          onClick={() => set([id], !folded)}
          className="tap mt-1 flex size-6 pointer-coarse:mt-0 shrink-0 items-center justify-center rounded-sm text-ink-soft hover:text-ink"
        >
          {folded ? <ChevronRight className="size-4" /> : <ChevronDown className="size-4" />}
        </button>
        <ThemeLabel id={id} label={theme.label} canName={canSort} />
        <span className="tabular mt-1 text-sm text-ink-soft pointer-coarse:mt-0">{notes.length}</span>
        <ThemeTools id={id} label={theme.label} />
      </header>
      <Links target={target('theme', id)} />
      {!folded && (
        <>
          <ul aria-label="Notes in this theme" className="-mx-1 mt-1 px-1">
            {notes.map((note) => (
              <PinnedNote
                key={note.id}
                id={note.id}
                list={themeList(id)}
                joinable={false}
                disabled={!canSort}
                isTabStop={note.id === tabStop}
                hue={sections.find((section) => section.id === note.section)?.color}
                saysSection
                saysTheme={false}
              />
            ))}
          </ul>
          <div className="[&>*]:border-line">
            <Discussion root="themes" id={id} text={theme.discussion} />
          </div>
          {notes.length === 0 && (
            <p className="mt-1 rounded-lg border border-dashed border-line px-3 py-3 text-ink-soft">Drop notes here.</p>
          )}
        </>
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
  const leave = () => open({ naming: null, namingOn: null })
  const leaveByKey = () => {
    leave()
    focusTheme(id)
  }
  return (
    <CollaborativeText
      handle={handle}
      label="Name of the theme"
      placeholder="Name this theme"
      autoFocus={isNew}
      onSubmit={leaveByKey}
      onEscape={leaveByKey}
      onBlur={leave}
      className="field-sizing-content min-w-0 flex-1 resize-none rounded-md bg-transparent px-1.5 py-1 font-semibold hover:bg-ink/5 focus:bg-transparent"
    />
  )
}
