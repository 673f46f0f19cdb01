import { useState } from 'react'
import { mostEventsAtOnce } from '../../../shared/document/timeline.ts'
import { useEntryZone } from '../../session/time/TimeEditor.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { notAddedWords, useAddEvents } from './adding.ts'
import { ImportOptions } from './ImportOptions.tsx'
import { ImportRows } from './ImportRows.tsx'
import { ImportSource } from './ImportSource.tsx'
import { ImportUnread } from './ImportUnread.tsx'
import { countWords } from './import-words.ts'
import type { ImportOrder } from './NewEvents.tsx'
import { type ImportHabits, useImport } from './use-import.ts'

export interface ImportDialogProps extends ImportOrder {
  readonly onClose: () => void
}

/** A file or a pasted text on its way to the timeline: nothing is added before it was looked at. */
export function ImportDialog({ text: given, date, taken, onClose }: ImportDialogProps) {
  const addEvents = useAddEvents()
  const [text, setText] = useState(given)
  const [zone] = useEntryZone()
  const [habits, setHabits] = useState<ImportHabits>({ zone, date, joins: undefined, dayFirst: undefined })
  const brought = useImport(text, habits)
  const { read, rows } = brought
  const chosen = rows.filter(({ isTicked }) => isTicked)
  const isTooMany = chosen.length > mostEventsAtOnce

  const add = () => {
    const events = chosen.map(({ event }) => event)
    if (!addEvents(events, { offersUndo: true })) return
    taken(read.form === 'lines' ? read.unread.map(({ text: line }) => line).join('\n') : '')
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Import events"
      description="A table, JSON, a log or a chat: see first how it is read, then add what belongs on the timeline."
      size="xl"
      footer={
        <>
          <p role="status" className="mr-auto self-center text-sm text-ink-soft">
            {isTooMany ? notAddedWords['too-many-at-once'] : countWords(rows, read.unread.length)}
          </p>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={chosen.length === 0 || isTooMany} onClick={add}>
            {chosen.length === 1 ? 'Add 1 event' : `Add ${chosen.length} events`}
          </Button>
        </>
      }
    >
      <div className="@container space-y-4">
        <ImportSource text={text} onText={setText} />
        {text.trim() !== '' && (
          <>
            <ImportOptions habits={habits} onHabits={setHabits} brought={brought} />
            <ImportUnread read={read} />
            <ImportRows brought={brought} />
          </>
        )}
      </div>
    </Dialog>
  )
}
