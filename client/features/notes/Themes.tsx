import { Layers, Plus } from 'lucide-react'
import { useSession } from '../../session/context.tsx'
import { useMay, usePlacement } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { useDropList } from '../../ui/dnd/use-drop-list.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useNoteActions } from './note-actions.ts'
import { newThemeList } from './note-verbs.ts'
import { usePane } from './pane.ts'
import { ThemeCard } from './ThemeCard.tsx'
import { useFolded } from './use-folded.ts'

/** The themes found so far, and a place where one begins. */
export function Themes({ isShown }: { readonly isShown: boolean }) {
  const { themes } = usePlacement()
  const canSort = useMay().create('themes').allowed
  const pane = usePane(isShown)
  const folded = useFolded()
  const areFolded = themes.every(({ id }) => folded.isFolded(id))
  return (
    <section aria-label="Themes" className={pane}>
      <div className="flex items-center justify-between gap-3">
        <h2 className="pt-2 pb-2 font-semibold">Themes</h2>
        {themes.length > 1 && (
          <Button
            size="sm"
            variant="ghost"
            onClick={() =>
              folded.set(
                themes.map(({ id }) => id),
                !areFolded,
              )
            }
          >
            {areFolded ? 'Show all notes' : 'Fold all'}
          </Button>
        )}
      </div>
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
