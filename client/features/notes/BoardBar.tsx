import { Trash2 } from 'lucide-react'
import { type ReactNode, Suspense, useState } from 'react'
import { useFound } from '../../session/finding.tsx'
import { useDrafts, useEntries } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { FindNotes, Found } from './FindNotes.tsx'
import { BinDialog } from './later.ts'

/** One quiet line above the columns: how it stands, and what concerns the whole board. */
export function BoardBar({ children }: { readonly children?: ReactNode }) {
  // On a phone there is room for one of the two.
  const isFinding = useFound() !== null
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 text-ink-soft @min-[40rem]:px-5 @min-[86rem]:px-6">
      <div className={classes('flex min-w-0 flex-1 items-center gap-4', isFinding && '@max-[40rem]:hidden')}>
        {children}
      </div>
      <Found />
      <FindNotes />
      <BinButton />
    </div>
  )
}

function BinButton() {
  const [isOpen, setOpen] = useState(false)
  const notes = useEntries('notes', removedIn)
  const themes = useEntries('themes', removedIn)
  const actions = useEntries('actions', removedIn)
  const drafts = useDrafts((all) => removedIn(all, isUnpublished))
  const removed = notes + themes + actions + drafts
  return (
    <>
      {removed > 0 && (
        <Button size="sm" variant="ghost" icon={<Trash2 />} onClick={() => setOpen(true)}>
          Bin <span className="tabular">{removed}</span>
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <BinDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

type Removable = { readonly removed?: unknown; readonly published?: unknown }

function removedIn(all: ReadonlyMap<string, Removable>, isCounted: (entry: Removable) => boolean = () => true): number {
  return [...all.values()].filter((entry) => entry.removed != null && isCounted(entry)).length
}

/** What became a note is in the bin as one. */
function isUnpublished({ published }: Removable): boolean {
  return published === undefined
}
