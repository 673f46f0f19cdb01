import { Dialog } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { byGroup } from './by-group.ts'

/** Always at hand within notes and lists, where the keyboard's own focus decides. */
const everywhere = [
  { key: 'Tab', label: 'Go to the next part' },
  { key: 'Enter', label: 'Edit the note in focus' },
  { key: 'Escape', label: 'Leave, and keep the text' },
] as const

export function ShortcutsPanel({ onClose }: { readonly onClose: () => void }) {
  const groups = byGroup(useShortcuts().filter(({ key }) => key !== null))
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title="Keyboard shortcuts"
      description="Single letters work wherever you are not typing."
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: there is nothing else in it from which arrow keys could scroll */}
      <section aria-label="All shortcuts" tabIndex={0} className="columns-1 gap-10 rounded-md sm:columns-2">
        {groups.map(([group, shortcuts]) => (
          <Group key={group} title={group} shortcuts={shortcuts} />
        ))}
        <Group title="Notes and lists" shortcuts={everywhere} />
      </section>
    </Dialog>
  )
}

function Group({
  title,
  shortcuts,
}: {
  readonly title: string
  readonly shortcuts: readonly { readonly key: string | null; readonly label: string }[]
}) {
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1 text-sm text-ink-soft">{title}</h3>
      <dl className="divide-y divide-line">
        {shortcuts.map(({ key, label }) => (
          <div key={label} className="flex items-center justify-between gap-4 py-1.5">
            <dt>{label}</dt>
            <dd>{key && <Kbd keys={key} />}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
