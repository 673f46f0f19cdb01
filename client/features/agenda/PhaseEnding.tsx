import { useState } from 'react'
import { instantFromWallTime, timeInBothZones, wallTimeAt } from '../../../shared/incident/local-time.ts'
import { instantOf, momentOf } from '../../../shared/incident/moment.ts'
import { type EndsBy, endsBy } from '../../../shared/review/agenda-clock.ts'
import type { AgendaItem } from '../../../shared/review/session.ts'
import { myZone } from '../../session/my-zone.ts'
import { TextInput } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { CopyPhaseMessage } from './CopyPhaseMessage.tsx'

const endings: readonly { readonly value: EndsBy; readonly label: string }[] = [
  { value: 'facilitator', label: 'A facilitator moves on' },
  { value: 'clock', label: 'Moves on when time is up' },
  { value: 'all-done', label: 'Moves on once all are done' },
]

const asFlags: Readonly<Record<EndsBy, Pick<AgendaItem, 'auto' | 'whenAllDone'>>> = {
  facilitator: { auto: undefined, whenAllDone: undefined },
  clock: { auto: true, whenAllDone: undefined },
  'all-done': { auto: undefined, whenAllDone: true },
}

/** Who ends a phase, and, for one that lasts days, at which date: entered in my time, shown in both. */
export function PhaseEnding({
  item,
  isLast,
  endsTooEarly,
  onChange,
}: {
  readonly item: AgendaItem
  readonly isLast: boolean
  readonly endsTooEarly: boolean
  readonly onChange: (change: Partial<AgendaItem>) => void
}) {
  const [typed, setTyped] = useState(() => (item.endsAt === undefined ? '' : localText(item.endsAt)))
  const setEnd = (text: string) => {
    setTyped(text)
    onChange({ endsAt: endFrom(text) })
  }
  return (
    <div className="mt-2 ml-6 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <Select<EndsBy>
        size="sm"
        label={`Who ends ${item.title}`}
        value={isLast ? 'facilitator' : endsBy(item)}
        options={isLast ? endings.slice(0, 1) : endings}
        onChange={(chosen) => onChange(asFlags[chosen])}
      />
      <span className="flex items-center gap-2">
        <span className="text-ink-soft">until</span>
        <TextInput
          type="datetime-local"
          aria-label={`End of ${item.title}, in my time`}
          value={typed}
          onChange={(event) => setEnd(event.target.value)}
          className="tabular min-h-7 w-auto! py-0.5 text-sm"
        />
      </span>
      {item.endsAt !== undefined && (
        <span className="tabular text-ink-soft">{timeInBothZones(instantOf(item.endsAt), myZone())}</span>
      )}
      <CopyPhaseMessage item={item} />
      {endsTooEarly && (
        <p role="status" className="w-full text-amber">
          This end is not after the end of a phase before it.
        </p>
      )}
    </div>
  )
}

function localText(at: number): string {
  const { date, time } = wallTimeAt(at, myZone())
  return `${date}T${time.slice(0, 5)}`
}

function endFrom(text: string): number | undefined {
  const [date = '', time = ''] = text.split('T')
  const instant = instantFromWallTime({ date, time }, myZone())
  return instant === null ? undefined : (momentOf(instant) ?? undefined)
}
