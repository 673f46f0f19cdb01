import { useState } from 'react'
import { isZone } from '../../../shared/incident/local-time.ts'
import { myZone } from '../../session/my-zone.ts'
import { zoneLabel } from '../../session/time/TimeEditor.tsx'
import { DateInput } from '../../ui/DateInput.tsx'
import { Field } from '../../ui/Field.tsx'
import { LineInput } from '../../ui/LineInput.tsx'
import { NameInput } from '../../ui/NameInput.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { formWords } from './import-words.ts'
import type { Import, ImportHabits } from './use-import.ts'

interface ImportOptionsProps {
  readonly habits: ImportHabits
  readonly onHabits: (habits: ImportHabits) => void
  readonly brought: Import
}

/** How to read what the text does not say itself. */
export function ImportOptions({ habits, onHabits, brought }: ImportOptionsProps) {
  const set = (change: Partial<ImportHabits>) => onHabits({ ...habits, ...change })
  return (
    <section aria-label="How to read it" className="space-y-3">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <ZoneChoice zone={habits.zone} date={brought.date} onZone={(zone) => set({ zone })} />
        <Field label="Day of the first line">
          <DateInput value={brought.date} onCommit={(date) => set({ date })} className="w-auto!" />
        </Field>
        <Shift ms={brought.shiftMs} onShift={brought.shift} />
        <Field label="3/2 means">
          <Select
            value={habits.dayFirst === undefined ? 'auto' : habits.dayFirst ? 'day' : 'month'}
            options={[
              { value: 'auto', label: 'As it looks' },
              { value: 'day', label: '3 February' },
              { value: 'month', label: 'March 2' },
            ]}
            onChange={(next) => set({ dayFirst: next === 'auto' ? undefined : next === 'day' })}
          />
        </Field>
      </div>
      {brought.read.form === 'lines' && (
        <Switch
          label="A line without a time belongs to the one above"
          checked={habits.joins ?? brought.read.events.some(({ line, until }) => until > line)}
          onChange={(joins) => set({ joins })}
        />
      )}
      <p className="text-sm text-ink-soft">{formWords(brought.read)}</p>
    </section>
  )
}

interface ZoneChoiceProps {
  readonly zone: string
  /** Whether it is summer there. */
  readonly date: string
  readonly onZone: (zone: string) => void
}

function ZoneChoice({ zone, date, onZone }: ZoneChoiceProps) {
  const mine = myZone()
  const [isOther, setOther] = useState(zone !== 'UTC' && zone !== mine)
  const [unknown, setUnknown] = useState<string | null>(null)
  const value = isOther ? 'other' : zone === 'UTC' ? 'utc' : 'mine'
  return (
    <>
      <Field label="Times without a zone are in">
        <Select
          value={value}
          options={[
            { value: 'utc', label: 'UTC' },
            ...(mine === 'UTC'
              ? []
              : [{ value: 'mine' as const, label: `My zone, ${zoneLabel(`${date}T12:00:00Z`, mine)}` }]),
            { value: 'other', label: 'Another zone…' },
          ]}
          onChange={(next) => {
            setOther(next === 'other')
            if (next !== 'other') onZone(next === 'utc' ? 'UTC' : mine)
          }}
        />
      </Field>
      {isOther && (
        <Field label="Zone" {...(unknown === null ? {} : { error: `“${unknown}” is no zone such as Europe/Berlin.` })}>
          <NameInput
            value={zone}
            suggestions={Intl.supportedValuesOf('timeZone')}
            onCommit={(name) => {
              setUnknown(isZone(name) ? null : name)
              if (isZone(name)) onZone(name)
            }}
          />
        </Field>
      )}
    </>
  )
}

const units = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const

function Shift({ ms, onShift }: { readonly ms: number; readonly onShift: (ms: number) => void }) {
  const [unit, setUnit] = useState<keyof typeof units>('hours')
  return (
    <div className="flex items-end gap-1.5">
      <Field label="Shift all by">
        <LineInput
          type="number"
          step={1}
          value={String(ms / units[unit])}
          onCommit={(typed) => onShift(Number.isFinite(Number(typed)) ? Math.round(Number(typed) * units[unit]) : 0)}
          className="tabular w-20!"
        />
      </Field>
      <Select
        label="Unit of the shift"
        value={unit}
        options={[
          { value: 'minutes', label: 'minutes' },
          { value: 'hours', label: 'hours' },
          { value: 'days', label: 'days' },
        ]}
        onChange={(next) => {
          onShift((ms / units[unit]) * units[next])
          setUnit(next)
        }}
      />
    </div>
  )
}
