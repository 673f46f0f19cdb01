import type { PastedTimeline, UnreadReason } from '../../../shared/incident/timeline-lines.ts'
import { myZone } from '../../session/my-zone.ts'
import { momentText } from '../../session/time/times-text.ts'

const reasons: Readonly<Record<UnreadReason, string>> = {
  'no-time': 'does not begin with a time such as 14:05',
  'no-such-time': 'has a time or a date that does not exist',
  'no-text': 'says nothing after the time',
}

/** What adding would do, before it is done: how each line is read, and which can't be. Nothing is added by halves. */
export function LinesPreview({ read, isMany }: { readonly read: PastedTimeline; readonly isMany: boolean }) {
  const { events, unread } = read
  if (events.length + unread.length === 0) return null
  if (!isMany && unread.length === 0) {
    const only = events[0]
    return only === undefined ? null : <p className="tabular text-sm text-ink-soft">{momentText(only.at, myZone())}</p>
  }
  return (
    <div className="space-y-2">
      {unread.length > 0 && (
        <div role="status" className="rounded-md bg-amber-soft px-3 py-2 text-amber">
          <p className="font-medium">
            {isMany
              ? `Nothing is added while ${unread.length === 1 ? 'a line' : `${unread.length} lines`} can't be read`
              : 'This has no time yet'}
          </p>
          <ul className="text-sm">
            {unread.map(({ line, text, reason }) => (
              <li key={line} className="wrap-anywhere">
                {isMany ? `Line ${line} ` : 'It '}
                {reasons[reason]}
                {isMany && `: “${text.trim().slice(0, 80)}”`}
              </li>
            ))}
          </ul>
        </div>
      )}
      {isMany && events.length > 0 && (
        <ol className="max-h-64 overflow-y-auto rounded-md bg-sunken px-3 py-2 text-sm">
          {events.map(({ at, event, line }) => (
            <li key={line} className="flex gap-3 py-0.5">
              <span className="tabular shrink-0 text-ink-soft">{momentText(at, myZone())}</span>
              <span className="min-w-0 wrap-anywhere">{event}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
