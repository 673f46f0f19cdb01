import { Layers } from 'lucide-react'
import { useEntries, usePlacement } from '../../session/hooks.ts'
import { useThemeVerbs } from '../../session/theme-verbs.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { type Choice, Picker } from '../../ui/Picker.tsx'
import { toast } from '../../ui/toast.ts'
import { focusTheme } from './focus.ts'

/** Makes a theme part of another one. */
export function MergeDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const verbs = useThemeVerbs()
  const placement = usePlacement()
  const labels = useEntries(
    'themes',
    (all) => new Map([...all].map(([theme, { label }]) => [theme, label || 'Theme without a name'])),
  )
  const choices: readonly Choice[] = placement.themes
    .filter((each) => each.id !== id)
    .map((each) => ({
      id: each.id,
      label: labels.get(each.id) ?? '',
      icon: <Layers className="size-4 shrink-0 text-ink-soft" aria-hidden />,
      group: 'Themes',
    }))

  const merge = (into: string) => {
    onClose()
    const merged = verbs.mergeThemes(id, into)
    if (!merged.allowed) return
    focusTheme(into)
    toast({
      title: `“${labels.get(id)}” is part of “${labels.get(into)}” now`,
      description: 'Its notes came along, and so do votes on it.',
      action: { label: 'Undo', onClick: () => verbs.partThemes(merged.value) },
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Merge “${labels.get(id) ?? ''}” into…`}
      description="Its notes go there, and so does what was said about it."
    >
      <Picker label="A theme" choices={choices} onPick={merge} />
    </Dialog>
  )
}
