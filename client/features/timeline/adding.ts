import { useCallback } from 'react'
import type { EventsRefusal, NewEvent } from '../../../shared/document/timeline.ts'
import type { ReadEvent } from '../../../shared/incident/read-event.ts'
import { useRecordVerbs } from '../../session/record-verbs.ts'
import { announce } from '../../ui/announce.ts'
import { toast } from '../../ui/toast.ts'

/** Adds what was read, in one change, and says so or why not; `true` where it was added. */
export function useAddEvents(): (events: readonly ReadEvent[], options: { readonly offersUndo: boolean }) => boolean {
  const { addEvents, takeBackEvents } = useRecordVerbs()
  return useCallback(
    (events, { offersUndo }) => {
      const done = addEvents(events.map(asNewEvent))
      if (!done.allowed) {
        toast({ title: 'Nothing was added', description: notAddedWords[done.reason], tone: 'danger' })
        return false
      }
      const title = events.length === 1 ? 'Added an event' : `Added ${events.length} events`
      announce(title)
      if (offersUndo) toast({ title, action: { label: 'Undo', onClick: () => takeBackEvents(done.value) } })
      return true
    },
    [addEvents, takeBackEvents],
  )
}

function asNewEvent({ at, event, actor, action, kind, milestone, link }: ReadEvent): Omit<NewEvent, 'id'> {
  return { at, event, actor, action, kind, milestone, link }
}

/** Why events were not added, in a sentence. */
export const notAddedWords: Readonly<Record<EventsRefusal, string>> = {
  observer: 'You watch this review, so its timeline is not yours to change.',
  'server-only': 'Nobody adds to this part by hand.',
  'not-the-author': 'This is somebody else’s to change.',
  'board-closed': 'The review is finished. A facilitator can reopen it.',
  'board-locked': 'Only facilitators write now. They can unlock the review.',
  'removed-from-board': 'You are not on this review any more.',
  'no-such-entry': 'What this belongs to is gone.',
  'not-valid': 'One of the events is not as the timeline wants it.',
  'too-many-at-once': 'At most 1,000 events are added at once. Leave some out, and add them after the others.',
  'timeline-full': 'A timeline holds 4,500 events. Leave out what does not help to understand what happened.',
}
