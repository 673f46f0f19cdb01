import { Layers } from 'lucide-react'
import { useRef } from 'react'
import { useSession } from '../../session/context.tsx'
import { useEntries, usePlacement } from '../../session/hooks.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { type Choice, Picker } from '../../ui/Picker.tsx'
import { focusNote } from './focus.ts'
import { useSorting } from './use-sorting.ts'

/** Groups a note without dragging: with a theme, or with another note. */
export function GroupDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { view } = useSession()
  const placement = usePlacement()
  const themes = useEntries('themes', (all) => all, Object.is)
  const sorting = useSorting()
  const theme = placement.notes.get(id)?.theme ?? null
  const hasPicked = useRef(false)
  const text = view.entries.notes.entry(id).get()?.text ?? ''

  const choices: Choice[] = [
    ...placement.themes
      .filter((each) => each.id !== theme)
      .map((each) => ({
        id: `theme:${each.id}`,
        label: themes.get(each.id)?.label || 'Theme without a name',
        icon: <Layers className="size-4 shrink-0 text-ink-soft" aria-hidden />,
        group: 'Themes',
      })),
    ...placement.sections.flatMap(({ section, notes }) =>
      notes
        .filter((note) => note.id !== id && note.theme === null)
        .map((note) => ({
          id: `note:${note.id}`,
          label: view.entries.notes.entry(note.id).get()?.text ?? '',
          icon: (
            <span data-hue={section.color} className="text-hue">
              <Icon name={section.icon} className="size-4 shrink-0" />
            </span>
          ),
          group: section.title,
        })),
    ),
  ]

  const pick = (choice: string) => {
    hasPicked.current = true // the keyboard goes with the note, or to the name of its new theme
    onClose()
    const [kind, onto = ''] = choice.split(':')
    if (kind === 'theme') sorting.join(id, onto)
    else sorting.group(id, onto)
  }

  return (
    <Dialog
      open
      onClose={() => {
        onClose()
        focusNote(id)
      }}
      givesFocusBack={() => !hasPicked.current}
      title="Group with…"
      description={<span className="line-clamp-2">{text}</span>}
    >
      <Picker label="A theme or a note" choices={choices} onPick={pick} />
    </Dialog>
  )
}
