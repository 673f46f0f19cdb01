import { ChevronDown, Search, X } from 'lucide-react'
import { Suspense, useState } from 'react'
import { nothingSought } from '../../../shared/review/finding.ts'
import { useFinding, useFound } from '../../session/finding.tsx'
import { usePerson, usePlacement } from '../../session/hooks.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { focusNote } from './focus.ts'
import { Criteria } from './later.ts'
import { count } from './written.ts'

/** Looks for notes by their words, their section, their theme, or for mine; the others step back where they stand. */
export function FindNotes() {
  const [isOpen, setOpen] = useState(false)
  const next = useNextFound()
  useShortcut('/', 'Find a note', () => setOpen(true), { group: 'Notes' })
  return (
    <Popover
      title="Find notes"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<IconButton size="sm" label="Find notes" icon={<Search />} />}
    >
      <form
        className="w-72 max-w-full space-y-3"
        onSubmit={(event) => {
          event.preventDefault()
          setOpen(false)
          next()
        }}
      >
        <Suspense>
          <Criteria />
        </Suspense>
        <p role="status" className="text-sm text-ink-soft">
          <FoundText />
        </p>
      </form>
    </Popover>
  )
}

/** What is looked for just now, how much was found, the way to the next of it and the way back. */
export function Found() {
  const [{ author }, set] = useFinding()
  const person = usePerson(author ?? '')
  const found = useFound()
  const next = useNextFound()
  if (found === null) return null
  return (
    <span className="inline-flex min-w-0 items-center gap-2 rounded-full border border-line bg-surface py-0.5 pr-1 pl-2 text-ink @max-[40rem]:flex-1">
      {person && <Avatar size="sm" name={person.name} color={person.color} />}
      <span className="min-w-0 flex-1">
        {person && `${person.name}, `}
        <FoundText />
      </span>
      {found.size > 0 && <IconButton size="sm" label="Next note found" icon={<ChevronDown />} onClick={next} />}
      <IconButton size="sm" label="Show all notes alike" icon={<X />} onClick={() => set(nothingSought)} />
    </span>
  )
}

function FoundText() {
  const found = useFound()
  const all = usePlacement().notes.size
  return <>{found === null ? count(all, 'note', 'notes') : `${found.size} of ${count(all, 'note', 'notes')}`}</>
}

/** Leads the keyboard from one note found to the next, and round. */
function useNextFound(): () => void {
  const found = useFound()
  const [at, setAt] = useState<string | null>(null)
  return () => {
    const ids = [...(found ?? [])]
    const next = ids[(at === null ? -1 : ids.indexOf(at)) + 1] ?? ids[0]
    if (next === undefined) return
    setAt(next)
    focusNote(next)
  }
}
