import type { ReadTimeline } from '../../../shared/incident/read-event.ts'
import { ReadLine } from './ReadLine.tsx'
import { unreadWords } from './unread-words.ts'
import { usePeopleNames } from './use-known-names.ts'

/** What adding would do, before it is done: how each line is read, and which can't be. Nothing is added by halves. */
export function LinesPreview({
  read,
  isMany,
  onNoName,
}: {
  readonly read: ReadTimeline
  readonly isMany: boolean
  readonly onNoName: (name: string) => void
}) {
  const { events, unread } = read
  const people = usePeopleNames()
  if (events.length + unread.length === 0) return null
  if (!isMany && unread.length === 0) {
    const only = events[0]
    return only === undefined ? null : <ReadLine event={only} people={people} onNoName={onNoName} />
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
                {unreadWords[reason]}
                {isMany && `: “${text.trim().slice(0, 80)}”`}
              </li>
            ))}
          </ul>
        </div>
      )}
      {isMany && events.length > 0 && (
        <ol className="max-h-64 space-y-2 overflow-y-auto rounded-md bg-sunken px-3 py-2">
          {events.map((event) => (
            <li key={event.line}>
              <ReadLine event={event} people={people} onNoName={onNoName} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
