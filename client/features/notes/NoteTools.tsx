import { Ellipsis } from 'lucide-react'
import type { Ref } from 'react'
import { useMay } from '../../session/hooks.ts'
import { IconButton } from '../../ui/Button.tsx'
import type { Opened } from '../../ui/Menu.tsx'
import { MenuTrigger } from '../../ui/Menu.tsx'
import { NoteMenu } from './later.ts'
import type { NoteMenuProps } from './NoteMenu.tsx'

/** The way to what can be done with a note. Quiet until the note is pointed at; always there for fingers. */
export function NoteTools(note: Omit<NoteMenuProps, keyof Opened>) {
  const may = useMay()
  // Whoever may do anything with a note may make an action of it, or at least write down what was said.
  if (!may.create('actions').allowed && !may.change('notes', 'discussion').allowed) return null
  return (
    <Tools>
      <MenuTrigger trigger={<IconButton size="sm" label="More for this note" icon={<Ellipsis />} data-no-drag />}>
        {(opened) => <NoteMenu {...opened} {...note} />}
      </MenuTrigger>
    </Tools>
  )
}

export function Tools({ children, ref }: { readonly children: React.ReactNode; readonly ref?: Ref<HTMLSpanElement> }) {
  return (
    <span
      ref={ref}
      className="absolute right-0 bottom-0 -mr-1.5 inline-flex opacity-0 pointer-coarse:-bottom-2 pointer-coarse:-mr-3 transition-opacity group-focus-within/note:opacity-100 group-hover/note:opacity-100 pointer-coarse:opacity-100 has-[[data-popup-open]]:opacity-100"
    >
      {children}
    </span>
  )
}
