import type { UnreadReason } from '../../../shared/incident/read-event.ts'
import type { TimelineForm } from '../../../shared/timeline-import/read-timeline.ts'

/** Why a line is no event, as the end of a sentence about it. */
export const unreadWords: Readonly<Record<UnreadReason, string>> = {
  'no-time': 'does not begin with a time such as 14:05',
  'no-such-time': 'has a time or a date that does not exist',
  'no-text': 'says nothing after the time',
  'too-long': 'is longer than 2,000 letters',
  'open-quote': 'has quotation marks that do not end',
  'not-json': 'is not valid JSON; look for a missing quote, comma or bracket',
  'no-object': 'is no object with a time and a text',
}

/** As {@link unreadWords}, for where a time has a place of its own. */
export function unreadWordsIn(form: TimelineForm, reason: UnreadReason): string {
  if (form === 'lines') return unreadWords[reason]
  if (reason === 'no-time') return 'has no time that can be read'
  return reason === 'no-text' ? 'says nothing beside its time' : unreadWords[reason]
}
