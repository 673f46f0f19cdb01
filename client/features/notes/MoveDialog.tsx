import { useSession } from '../../session/context.tsx'
import { useDrafts, usePlacement } from '../../session/hooks.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { type Choice, Picker } from '../../ui/Picker.tsx'
import { focusNote } from './focus.ts'
import { useSections } from './use-section.ts'
import { useSorting } from './use-sorting.ts'

/** Moves a note without dragging: to another section, or to another place in its own. */
export function MoveDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { view } = useSession()
  const sections = useSections()
  const placement = usePlacement()
  const draft = useDrafts((drafts) => drafts.get(id), Object.is)
  const sorting = useSorting()
  const note = placement.notes.get(id)
  const here = note?.section ?? draft?.section
  const beside = placement.sections.find(({ section }) => section.id === here)?.notes ?? []
  const at = beside.findIndex((each) => each.id === id)

  const within: readonly (Choice & { readonly index: number })[] =
    note === undefined
      ? []
      : [
          { id: 'first', label: 'To the top', index: 0 },
          { id: 'up', label: 'One up', index: at - 1 },
          { id: 'down', label: 'One down', index: at + 1 },
          { id: 'last', label: 'To the end', index: beside.length - 1 },
        ]
          .filter(({ index }) => index !== at && index >= 0 && index < beside.length)
          .map((choice) => ({ ...choice, group: 'In this section' }))

  const choices: readonly Choice[] = [
    ...sections
      .filter((section) => section.id !== here)
      .map((section) => ({
        id: `section:${section.id}`,
        label: section.title,
        icon: (
          <span data-hue={section.color} className="text-hue">
            <Icon name={section.icon} className="size-4 shrink-0" />
          </span>
        ),
        group: 'Sections',
      })),
    ...within,
  ]

  const pick = (choice: string) => {
    onClose()
    const index = within.find((each) => each.id === choice)?.index
    if (index !== undefined && here !== undefined) sorting.move(id, { section: here, index })
    else if (note === undefined) sorting.moveDraft(id, choice.slice('section:'.length))
    else sorting.move(id, { section: choice.slice('section:'.length) })
  }

  return (
    <Dialog
      open
      onClose={() => {
        onClose()
        focusNote(id)
      }}
      title="Move to…"
      description={<span className="line-clamp-2">{draft?.text ?? view.entries.notes.entry(id).get()?.text}</span>}
    >
      <Picker label="A section or a place" choices={choices} onPick={pick} />
    </Dialog>
  )
}
