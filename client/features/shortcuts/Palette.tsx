import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { Kbd } from '../../ui/Kbd.tsx'
import { type Shortcut, useShortcuts } from '../../ui/shortcuts.tsx'
import { byGroup } from './by-group.ts'

/** What opens this list is not in it. */
const ownKey = '$mod+k'

/** Everything that can be done here, by name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const shortcuts = useShortcuts()
  const groups = useMemo(
    () => byGroup(shortcuts.filter(({ key }) => key !== ownKey)).map(([label, items]) => ({ label, items })),
    [shortcuts],
  )
  const input = useRef<HTMLInputElement>(null)

  const run = (shortcut: Shortcut) => {
    onClose()
    shortcut.run()
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim fixed inset-0 z-50" />
        <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center p-4 sm:pt-[14dvh]">
          <Dialog.Popup
            initialFocus={input}
            className="floating flex max-h-[70dvh] w-full max-w-136 flex-col overflow-hidden"
          >
            <Dialog.Title className="sr-only">Find a command</Dialog.Title>
            <Autocomplete.Root inline open autoHighlight="always" items={groups} itemToStringValue={nameOf}>
              <div className="flex items-center gap-2.5 border-b border-line px-4">
                <Search aria-hidden="true" className="size-4 text-ink-faint" />
                <Autocomplete.Input
                  ref={input}
                  aria-label="Find a command"
                  placeholder="What do you want to do?"
                  className="h-12 min-w-0 flex-1 bg-transparent focus-visible:outline-none"
                />
              </div>
              <Autocomplete.Empty className="px-4 py-6 text-center text-ink-soft empty:hidden">
                Nothing by that name.
              </Autocomplete.Empty>
              <Autocomplete.List className="min-h-0 overflow-y-auto p-1.5 empty:p-0">
                {(group: (typeof groups)[number]) => (
                  <Autocomplete.Group key={group.label} items={[...group.items]}>
                    <Autocomplete.GroupLabel className="px-2.5 pt-2 pb-1 text-sm text-ink-soft">
                      {group.label}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(shortcut: Shortcut) => (
                        <Autocomplete.Item
                          key={shortcut.label}
                          value={shortcut}
                          onClick={() => run(shortcut)}
                          className="flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-md px-2.5 data-highlighted:bg-ink/7"
                        >
                          {shortcut.label}
                          {shortcut.key && <Kbd keys={shortcut.key} />}
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function nameOf(shortcut: Shortcut): string {
  return shortcut.label
}
