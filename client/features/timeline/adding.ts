import type { EventsRefusal, NewEvent } from '../../../shared/document/timeline.ts'
import type { ReadEvent } from '../../../shared/incident/read-event.ts'

export function asNewEvent({ at, event, actor, action, kind, milestone, link }: ReadEvent): Omit<NewEvent, 'id'> {
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
