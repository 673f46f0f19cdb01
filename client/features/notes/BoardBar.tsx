import { Trash2, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useHighlightedPerson } from '../../session/highlight.tsx'
import { useEntries, usePerson, usePlacement } from '../../session/hooks.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { BinDialog } from './BinDialog.tsx'
import { count } from './written.ts'

/** One quiet line above the columns: how it stands, and what concerns the whole board. */
export function BoardBar({ children }: { readonly children?: ReactNode }) {
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 text-ink-soft @min-[40rem]:px-5 @min-[86rem]:px-6">
      <div className="flex min-w-0 flex-1 items-center gap-4">{children}</div>
      <Highlighted />
      <BinButton />
    </div>
  )
}

/** Whose notes stand out just now, and the way back. */
function Highlighted() {
  const [id, set] = useHighlightedPerson()
  const person = usePerson(id ?? '')
  const notes = usePlacement().notes
  if (id === null || person === undefined) return null
  const theirs = [...notes.values()].filter((note) => note.author === id).length
  return (
    <span className="inline-flex items-center gap-2 rounded-full border border-line bg-surface py-0.5 pr-1 pl-2 text-ink">
      <Avatar size="sm" name={person.name} color={person.color} />
      {person.name}, {count(theirs, 'note', 'notes')}
      <IconButton size="sm" label="Show everyone's notes alike" icon={<X />} onClick={() => set(null)} />
    </span>
  )
}

function BinButton() {
  const [isOpen, setOpen] = useState(false)
  const notes = useEntries('notes', removedIn)
  const themes = useEntries('themes', removedIn)
  const actions = useEntries('actions', removedIn)
  const removed = notes + themes + actions
  return (
    <>
      {removed > 0 && (
        <Button size="sm" variant="ghost" icon={<Trash2 />} onClick={() => setOpen(true)}>
          Bin <span className="tabular">{removed}</span>
        </Button>
      )}
      {isOpen && <BinDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function removedIn(all: ReadonlyMap<string, { readonly removed?: unknown }>): number {
  return [...all.values()].filter((entry) => entry.removed !== undefined && entry.removed !== null).length
}
