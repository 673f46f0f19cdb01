import type { ImportedTimeline } from '../../../shared/timeline-import/read-timeline.ts'
import { unitOf } from './import-words.ts'
import { unreadWordsIn } from './unread-words.ts'

/** What is no event, each with its number and the reason. */
export function ImportUnread({ read }: { readonly read: ImportedTimeline }) {
  const { unread, events, form } = read
  if (unread.length + events.length === 0) return <p className="text-ink-soft">There is no event in this.</p>
  if (unread.length === 0) return null
  const unit = unitOf(form)
  return (
    <details open className="rounded-md bg-amber-soft px-3 py-2 text-amber">
      <summary className="cursor-pointer font-medium">
        {unread.length === 1
          ? `1 ${unit.toLowerCase()} can't be read, and is left out unless you mend it above`
          : `${unread.length} ${unit === 'Line' ? 'lines' : 'entries'} can't be read, and are left out unless you mend them above`}
      </summary>
      <ul aria-label="What can't be read" className="mt-1 max-h-40 overflow-y-auto text-sm">
        {unread.slice(0, 500).map(({ line, until, text, reason }) => (
          <li key={line} className="wrap-anywhere">
            {reason === 'not-json' ? 'Line' : unit} {until > line ? `${line}–${until}` : line}{' '}
            {unreadWordsIn(form, reason)}
            {text.trim() !== '' && `: “${text.trim().slice(0, 100)}”`}
          </li>
        ))}
        {unread.length > 500 && <li>… and {unread.length - 500} more</li>}
      </ul>
    </details>
  )
}
