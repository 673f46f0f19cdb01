import { ChevronDown, Search, X } from 'lucide-react'
import { useState } from 'react'
import { unnamedTheme } from '../../../shared/report/findings.ts'
import { nothingSought } from '../../../shared/review/finding.ts'
import { liveThemes } from '../../../shared/review/placement.ts'
import { sameJson } from '../../session/equal.ts'
import { useFinding, useFound } from '../../session/finding.tsx'
import { useEntries, usePerson, usePlacement } from '../../session/hooks.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { focusNote } from './focus.ts'
import { useSections } from './use-section.ts'
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
        <Criteria />
        <p role="status" className="text-sm text-ink-soft">
          <FoundText />
        </p>
      </form>
    </Popover>
  )
}

function Criteria() {
  const [finding, set] = useFinding()
  const sections = useSections()
  const themes = useEntries(
    'themes',
    (all) => liveThemes([...all.values()]).map(({ id, label }) => ({ id, label: label.trim() || unnamedTheme })),
    sameJson,
  )
  return (
    <>
      <TextInput
        type="search"
        aria-label="Words in the note"
        placeholder="Words in the note"
        value={finding.words}
        onChange={(event) => set({ ...finding, words: event.target.value })}
      />
      <Field label="Section">
        <Select
          value={finding.section ?? ''}
          options={[{ value: '', label: 'Any' }, ...sections.map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={(section) => set({ ...finding, section: section === '' ? null : section })}
        />
      </Field>
      {themes.length > 0 && (
        <Field label="Theme">
          <Select
            value={finding.theme ?? ''}
            options={[
              { value: '', label: 'Any' },
              { value: 'none', label: 'Ungrouped' },
              ...themes.map(({ id, label }) => ({ value: id, label })),
            ]}
            onChange={(theme) => set({ ...finding, theme: theme === '' ? null : theme })}
          />
        </Field>
      )}
      <Switch label="Mine" checked={finding.mine} onChange={(mine) => set({ ...finding, mine })} />
    </>
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
    <span className="inline-flex items-center gap-2 rounded-full border border-line bg-surface py-0.5 pr-1 pl-2 text-ink">
      {person && <Avatar size="sm" name={person.name} color={person.color} />}
      <span>
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
