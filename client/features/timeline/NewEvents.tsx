import { FileInput } from 'lucide-react'
import { useMemo, useState } from 'react'
import { parseTimelineLines } from '../../../shared/incident/timeline-lines.ts'
import { useKeptText } from '../../session/keep.ts'
import { myZone } from '../../session/my-zone.ts'
import { useEntryZone, zoneLabel } from '../../session/time/TimeEditor.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateInput } from '../../ui/DateInput.tsx'
import { Select } from '../../ui/Select.tsx'
import { useAddEvents } from './adding.ts'
import { LinesPreview } from './LinesPreview.tsx'
import { useActorNames } from './use-known-names.ts'
import { useDays } from './use-likely-date.ts'

/** A text to be looked at before it is added. */
export interface ImportOrder {
  readonly text: string
  /** The day of its first line, YYYY-MM-DD, where one was chosen. */
  readonly date: string | null
  /** Hears what could not be read, once the rest was added. */
  readonly taken: (rest: string) => void
}

/** Adds one event, or many pasted at once: one a line, each beginning with its time. */
export function NewEvents({
  onImport,
}: {
  /** Somebody wants to look at a text line by line. */
  readonly onImport: (order: ImportOrder) => void
}) {
  const addEvents = useAddEvents()
  const [text, setText] = useKeptText('new-events')
  const [zone, chooseZone] = useEntryZone()
  const [chosenDate, chooseDate] = useState<string | null>(null)
  const { likely, incidentDate } = useDays(zone)
  const date = chosenDate ?? likely
  const known = useActorNames()
  const [notNames, setNotNames] = useState<ReadonlySet<string>>(new Set())
  const read = useMemo(
    () => parseTimelineLines(text, { date, incidentDate, zone, known, notNames }),
    [text, date, incidentDate, zone, known, notNames],
  )
  const isMany = text.trim().includes('\n')
  const isReady = read.events.length > 0 && read.unread.length === 0

  const add = () => {
    if (!isReady) return
    if (!addEvents(read.events, { offersUndo: isMany })) return
    setText('')
    setNotNames(new Set())
  }

  const order = { date: chosenDate }
  // A line that was begun here is no part of a file, and stays.
  const putBack = (rest: string) => {
    if (text.trim() === '') setText(rest)
  }

  return (
    <form
      aria-label="Add to the timeline"
      className="mb-4 space-y-2 border-b border-line pb-4"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <div className="flex flex-wrap items-center gap-2">
        <DateInput label="Day of the first line" value={date} onCommit={chooseDate} className="w-auto!" />
        {myZone() === 'UTC' ? (
          <span className="text-sm text-ink-soft">UTC</span>
        ) : (
          <Select
            label="Zone of the times"
            value={zone === 'UTC' ? 'utc' : 'mine'}
            options={[
              { value: 'utc', label: 'Times in UTC' },
              { value: 'mine', label: `Times in ${zoneLabel(`${date}T12:00:00Z`, myZone())}` },
            ]}
            onChange={chooseZone}
          />
        )}
      </div>
      <textarea
        aria-label="Events to add"
        aria-describedby="new-events-hint"
        rows={1}
        value={text}
        placeholder="14:05 The alert for failed deploys fired"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey) return
          if (isMany && !event.ctrlKey && !event.metaKey) return
          event.preventDefault()
          add()
        }}
        className="field-box field-sizing-content max-h-48 resize-none"
      />
      <LinesPreview
        read={read}
        isMany={isMany}
        onNoName={(name) => setNotNames((before) => new Set([...before, name.toLowerCase()]))}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p id="new-events-hint" className="text-sm text-ink-soft">
          Begin with the time. Paste several lines, or a whole chat, to add them together.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            variant="ghost"
            icon={<FileInput />}
            onClick={() =>
              onImport(isMany ? { ...order, text, taken: setText } : { ...order, text: '', taken: putBack })
            }
          >
            {isMany ? 'Check line by line' : 'Import'}
          </Button>
          <Button type="submit" size="sm" disabled={!isReady}>
            {read.events.length > 1 ? `Add ${read.events.length} events` : 'Add event'}
          </Button>
        </div>
      </div>
    </form>
  )
}
