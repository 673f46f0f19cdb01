import { unnamedTheme } from '../../../shared/report/findings.ts'
import { liveThemes } from '../../../shared/review/placement.ts'
import { sameJson } from '../../session/equal.ts'
import { useFinding } from '../../session/finding.tsx'
import { useEntries } from '../../session/hooks.ts'
import { Field, TextInput } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useSections } from './use-section.ts'

/** What notes can be found by. */
export function Criteria() {
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
