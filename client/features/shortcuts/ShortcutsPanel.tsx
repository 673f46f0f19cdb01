import { Dialog } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { byGroup } from './by-group.ts'

/** Always at hand in one part or another, where the keyboard's own focus decides. [UI24] */
const within = {
  'Notes and lists': [
    { key: 'Tab', label: 'Go to the next part' },
    { key: 'ArrowUp+ArrowDown', label: 'Go from note to note' },
    { key: 'ArrowLeft+ArrowRight', label: 'Go to the next column' },
    { key: 'Enter', label: 'Edit the note in focus' },
    { key: ' ', label: 'Lift it: arrows carry it, Space drops it' },
  ],
  'While writing': [
    { key: 'Enter', label: 'Add the note' },
    { key: 'Shift+Enter', label: 'A new line' },
    { key: 'Escape', label: 'Leave, and keep the text' },
  ],
  'Among the whys': [
    { key: 'Enter', label: 'Another why' },
    { key: '$mod+Enter', label: 'What explains this one' },
    { key: 'Tab', label: 'Deeper' },
    { key: 'Shift+Tab', label: 'Back' },
    { key: 'Alt+ArrowUp', label: 'Past its neighbour, up' },
    { key: 'Alt+ArrowDown', label: 'Past its neighbour, down' },
  ],
} as const

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
        {Object.entries(within).map(([title, shortcuts]) => (
          <Group key={title} title={title} shortcuts={shortcuts} />
        ))}
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
