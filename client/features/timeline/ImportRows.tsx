import { useState } from 'react'
import { markingOf } from '../../../shared/incident/marks.ts'
import { myZone } from '../../session/my-zone.ts'
import { momentText } from '../../session/time/times-text.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { linkHost } from '../../ui/link-host.ts'
import { Select } from '../../ui/Select.tsx'
import { Actor } from './Actor.tsx'
import { markings } from './EventMark.tsx'
import type { ImportRow } from './import-rows.ts'
import { unitOf } from './import-words.ts'
import type { Import } from './use-import.ts'
import { usePeopleNames } from './use-known-names.ts'

/** So many rows are drawn at first, and with each press more. */
const shownAtOnce = 100

/** How each line is read: ticked if it is to be added, and what it is. */
export function ImportRows({ brought }: { readonly brought: Import }) {
  const { rows, read, tick } = brought
  const [most, setMost] = useState(shownAtOnce)
  const people = usePeopleNames()
  if (rows.length === 0) return null
  const events = rows.map(({ event }) => event)
  const hasNoZone = rows.some(({ event }) => !event.saysZone)
  return (
    <section aria-label="What was read">
      <div className="flex flex-wrap items-center gap-2 border-b border-line pb-2">
        <h3 className="mr-auto font-medium">{rows.length === 1 ? '1 event' : `${rows.length} events`}</h3>
        <Button size="sm" variant="ghost" onClick={() => tick(events, true)}>
          Tick all
        </Button>
        <Button size="sm" variant="ghost" onClick={() => tick(events, false)}>
          Tick none
        </Button>
      </div>
      <ul className="divide-y divide-line">
        {rows.slice(0, most).map((row) => (
          <Row
            key={row.event.line}
            row={row}
            unit={unitOf(read.form)}
            marksZone={hasNoZone}
            people={people}
            brought={brought}
          />
        ))}
      </ul>
      {rows.length > most && (
        <Button size="sm" className="mt-2" onClick={() => setMost(most + 5 * shownAtOnce)}>
          Show more ({rows.length - most})
        </Button>
      )}
    </section>
  )
}

function Row({
  row: { event, isTold, isTicked },
  unit,
  marksZone,
  people,
  brought,
}: {
  readonly row: ImportRow
  readonly unit: string
  /** Whether a time that says its zone is worth telling from others. */
  readonly marksZone: boolean
  readonly people: readonly string[]
  readonly brought: Import
}) {
  const where = `${unit} ${event.line}`
  return (
    <li
      className={classes(
        'grid grid-cols-[auto_1fr] items-start gap-x-3 gap-y-1 py-2 @2xl:grid-cols-[auto_3.5rem_16rem_1fr_13rem]',
        !isTicked && 'text-ink-soft',
      )}
    >
      <input
        type="checkbox"
        aria-label={`Add ${where.toLowerCase()}: ${event.event.slice(0, 80)}`}
        checked={isTicked}
        onChange={(change) => brought.tick([event], change.target.checked)}
        className="mt-1 size-4 accent-ink"
      />
      <span className="tabular text-sm text-ink-soft">{where}</span>
      <span className="tabular text-sm max-@2xl:col-start-2">
        {momentText(event.at, myZone())}
        {marksZone && event.saysZone && <span className="text-ink-soft"> · says its zone</span>}
      </span>
      <span className="min-w-0 max-@2xl:col-start-2">
        <span className="line-clamp-4 wrap-anywhere whitespace-pre-wrap">{event.event}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
          {isTold && <Badge tone="amber">There already</Badge>}
          {event.actor !== '' && <Actor name={event.actor} people={people} />}
          {event.action !== '' && <span className="wrap-anywhere">→ {event.action}</span>}
          {event.link !== null && <span>{linkHost(event.link)}</span>}
        </span>
      </span>
      <Select
        size="sm"
        label={`What ${where.toLowerCase()} is`}
        value={markingOf(event)}
        options={markings}
        onChange={(marking) => brought.mark(event, marking)}
        className="max-@2xl:col-start-2"
      />
    </li>
  )
}
