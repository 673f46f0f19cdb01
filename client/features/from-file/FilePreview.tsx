import type { BoardFile } from '../../../shared/api/board-file.ts'
import { momentOf } from '../../../shared/incident/moment.ts'
import { Badge } from '../../ui/Badge.tsx'
import { severityTone } from '../../ui/severity-tone.ts'
import { contentsOf, namesOf } from './file-words.ts'

/** What a file holds, and what becomes of it. `here`: the title of the review that it is of already. */
export function FilePreview({ file, here }: { readonly file: BoardFile; readonly here: string | null }) {
  const { board, session, incident, madeAt } = file
  const made = momentOf(madeAt)
  const facts = [
    ...(session === undefined ? [] : [session.status === 'closed' ? 'Finished' : 'Not finished']),
    ...(session?.settings.attribution === 'anonymous' ? ['Anonymous'] : []),
    ...(made === null ? [] : [`Taken on ${new Date(made).toLocaleDateString('en-GB', { dateStyle: 'long' })}`]),
  ]
  return (
    <section aria-label="What the file holds" className="space-y-3">
      <div>
        <h3 className="flex flex-wrap items-baseline gap-2 text-lg font-semibold wrap-anywhere">
          {board.title}
          {incident.severity && <Badge tone={severityTone(incident.severity)}>{incident.severity}</Badge>}
        </h3>
        {facts.length > 0 && <p className="text-sm text-ink-soft">{facts.join(' · ')}</p>}
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-1 sm:grid-cols-3">
        {contentsOf(file).map(({ label, count }) => (
          <div key={label} className="flex items-baseline justify-between gap-2 border-b border-line py-1">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="tabular font-medium">{count}</dd>
          </div>
        ))}
      </dl>
      <p>
        {here === null
          ? 'It becomes a new review that you facilitate.'
          : `You have this review already: “${here}”. It gets what it lacks; nothing on it changes, and nothing comes twice.`}
      </p>
      {here === null && file.people.length > 0 && (
        <p className="text-sm text-ink-soft wrap-anywhere">
          {namesOf(file)}{' '}
          {file.people.length === 1
            ? 'stays as a name on what they wrote, and is on the new review once they join it.'
            : 'stay as names on what they wrote, and are on the new review once they join it.'}
        </p>
      )}
    </section>
  )
}
