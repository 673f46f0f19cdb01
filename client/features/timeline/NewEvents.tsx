import { useMemo, useState } from 'react'
import { wallTimeOf } from '../../../shared/incident/local-time.ts'
import { orderedTimeline } from '../../../shared/incident/timeline.ts'
import { parseTimelineLines } from '../../../shared/incident/timeline-lines.ts'
import { useSession } from '../../session/context.tsx'
import { useClockNow, useEntries, useFlat } from '../../session/hooks.ts'
import { useKeptText } from '../../session/keep.ts'
import { myZone } from '../../session/my-zone.ts'
import { useEntryZone, zoneLabel } from '../../session/time/TimeEditor.tsx'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { DateInput } from '../../ui/DateInput.tsx'
import { Select } from '../../ui/Select.tsx'
import { toast } from '../../ui/toast.ts'
import { asNewEvent, notAddedWords } from './adding.ts'
import { LinesPreview } from './LinesPreview.tsx'
import { useActorNames } from './use-known-names.ts'

/** Adds one event, or many pasted at once: one a line, each beginning with its time. */
export function NewEvents() {
  const { verbs } = useSession()
  const [text, setText] = useKeptText('new-events')
  const [zone, chooseZone] = useEntryZone()
  const [chosenDate, chooseDate] = useState<string | null>(null)
  const lastDate = useLikelyDate(zone)
  const date = chosenDate ?? lastDate
  const known = useActorNames()
  const [notNames, setNotNames] = useState<ReadonlySet<string>>(new Set())
  const read = useMemo(
    () => parseTimelineLines(text, { date, zone, known, notNames }),
    [text, date, zone, known, notNames],
  )
  const isMany = text.trim().includes('\n')
  const isReady = read.events.length > 0 && read.unread.length === 0

  const add = () => {
    if (!isReady) return
    const done = verbs.addEvents(read.events.map(asNewEvent))
    if (!done.allowed) {
      toast({ title: 'Nothing was added', description: notAddedWords[done.reason], tone: 'danger' })
      return
    }
    const { ids } = done.value
    setText('')
    setNotNames(new Set())
    const words = ids.length === 1 ? 'Added an event' : `Added ${ids.length} events`
    announce(words)
    if (isMany) {
      toast({ title: words, action: { label: 'Undo', onClick: () => verbs.takeBackEvents(done.value) } })
    }
  }

  return (
    <form
      aria-label="Add to the timeline"
      className="mt-3 space-y-2 border-t border-line pt-3"
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
        className="field-box field-sizing-content max-h-80 field-sizing-content resize-none"
      />
      <LinesPreview
        read={read}
        isMany={isMany}
        onNoName={(name) => setNotNames((before) => new Set([...before, name.toLowerCase()]))}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p id="new-events-hint" className="text-sm text-ink-soft">
          Begin with the time. Paste several lines to add them together.
        </p>
        <Button type="submit" size="sm" disabled={!isReady}>
          {read.events.length > 1 ? `Add ${read.events.length} events` : 'Add event'}
        </Button>
      </div>
    </form>
  )
}

/** The day of the newest event, else of the start, else today. */
function useLikelyDate(zone: string): string {
  const newest = useEntries('timeline', (all) => orderedTimeline([...all.values()]).at(-1)?.at ?? null)
  const start = useFlat('incident', (incident) => incident.startedAt ?? null)
  const now = useClockNow(3_600_000)
  const moment = newest ?? start ?? new Date(now).toISOString()
  return wallTimeOf(moment, zone)?.date ?? new Date(now).toISOString().slice(0, 10)
}
