import { Download } from 'lucide-react'
import { Suspense, useCallback, useMemo, useState } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import { wallTimeOf } from '../../../shared/incident/local-time.ts'
import { momentOf } from '../../../shared/incident/moment.ts'
import { silencesBefore, silenceText } from '../../../shared/incident/silences.ts'
import { orderedTimeline } from '../../../shared/incident/timeline.ts'
import { timelineCsv } from '../../../shared/report/timeline-csv.ts'
import { useSession } from '../../session/context.tsx'
import { sameJson } from '../../session/equal.ts'
import { useEntries } from '../../session/hooks.ts'
import { dayText } from '../../session/time/times-text.ts'
import { useMayEdit } from '../../session/use-may-edit.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { lazily } from '../../ui/lazily.ts'
import { saveFile } from '../../ui/save-file.ts'
import { toast } from '../../ui/toast.ts'
import { useDrawnInSteps } from '../../ui/use-drawn-in-steps.ts'
import { useFileDrop } from '../../ui/use-file-drop.ts'
import { EventEditor } from './EventEditor.tsx'
import { type ImportOrder, NewEvents } from './NewEvents.tsx'
import { readFile } from './read-file.ts'
import { TimelineEvent } from './TimelineEvent.tsx'
import { usePeopleNames } from './use-known-names.ts'

const ImportDialog = lazily(async () => (await import('./ImportDialog.tsx')).ImportDialog)

/** What happened when, in order of time, day by day. */
export function Timeline() {
  const events = useEntries('timeline', placesInTime, sameJson)
  const drawn = useDrawnInSteps(useMemo(() => events.map(({ id }) => id), [events]))
  const mayEdit = useMayEdit('timeline')
  const people = usePeopleNames()
  const [edited, edit] = useState<string | null>(null)
  const done = useCallback(() => edit(null), [])
  const [importing, setImporting] = useState<ImportOrder | null>(null)

  const drop = useFileDrop(async (file) => {
    const read = await readFile(file)
    if (read.allowed) setImporting({ text: read.value, date: null, taken: () => {} })
    else toast({ title: `${file.name} can't be read`, description: read.reason, tone: 'danger' })
  })

  return (
    <section
      aria-label="Events"
      className={classes('@container rounded-md', drop.isOver && 'outline-2 outline-offset-4 outline-focus')}
      {...(mayEdit && drop.handlers)}
    >
      {mayEdit && <NewEvents onImport={setImporting} />}
      {importing !== null && (
        <Suspense>
          <ImportDialog {...importing} onClose={() => setImporting(null)} />
        </Suspense>
      )}
      {events.length === 0 && (
        <EmptyState title="Nothing on the timeline yet">
          Write down what could be seen: alerts, messages, deploys, decisions. Start with what led up to it.
        </EmptyState>
      )}
      <ol className="-mx-2">
        {events.map(({ id, day, silence }, index) => (
          <li
            key={id}
            // What is out of view is laid out once it comes near: hundreds of events scroll as well as ten.
            className="px-2 [contain-intrinsic-size:auto_4.5rem] [content-visibility:auto] print:[content-visibility:visible]"
          >
            {day !== events[index - 1]?.day && (
              <h3 className={classes('mb-1 text-sm font-medium text-ink-soft', index > 0 && 'mt-4')}>
                {dayText(day)}, UTC
              </h3>
            )}
            {silence !== null && <Silence ms={silence} />}
            {edited === id ? (
              <EventEditor id={id} onDone={done} />
            ) : (
              <TimelineEvent
                id={id}
                isLast={index === events.length - 1}
                isDrawn={drawn.has(id)}
                people={people}
                onEdit={mayEdit ? edit : null}
              />
            )}
          </li>
        ))}
      </ol>
      {events.length > 0 && <HandOut />}
    </section>
  )
}

/** The timeline as a table, to work on elsewhere. */
function HandOut() {
  const { view } = useSession()
  return (
    <Button
      size="sm"
      variant="ghost"
      icon={<Download />}
      className="mt-3 -ml-2"
      onClick={() => saveFile('timeline.csv', 'text/csv', timelineCsv([...view.entries.timeline.all.get().values()]))}
    >
      Download as CSV
    </Button>
  )
}

/** A stretch of which nothing is told: nobody knew, or nobody wrote it down. */
function Silence({ ms }: { readonly ms: number }) {
  return (
    <p className="my-1 flex items-center gap-3 text-sm text-ink-soft before:h-px before:w-5 before:bg-line after:h-px after:flex-1 after:bg-line">
      {silenceText(ms)}
    </p>
  )
}

/** Order, days and silences only: typing in an event changes nothing here. */
function placesInTime(all: ReadonlyMap<string, Entry<'timeline'>>) {
  const events = orderedTimeline([...all.values()])
  const silences = silencesBefore(events.flatMap(({ at }) => momentOf(at) ?? []))
  return events.map(({ id, at }, index) => ({
    id,
    day: wallTimeOf(at, 'UTC')?.date ?? '',
    silence: silences[index] ?? null,
  }))
}
