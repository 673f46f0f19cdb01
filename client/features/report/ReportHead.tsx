import { classificationTitles } from '../../../shared/incident/record-titles.ts'
import type { SinceApproval } from '../../../shared/report/figures.ts'
import { headRows } from '../../../shared/report/head.ts'
import type { ReportModel } from '../../../shared/report/model.ts'
import { Badge, type BadgeTone } from '../../ui/Badge.tsx'

const severityTones: Readonly<Record<string, BadgeTone>> = {
  'SEV-1': 'danger',
  'SEV-2': 'amber',
}

/** What it is about, who took part, and in which spirit. */
export function ReportHead({ model }: { readonly model: ReportModel }) {
  const { record, reminder } = model
  const { severity } = record
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {record.classification !== null && (
          <Badge tone={record.classification === 'public' ? 'neutral' : 'amber'}>
            {classificationTitles[record.classification]}
          </Badge>
        )}
        {severity !== null && (
          <Badge tone={severityTones[severity.id] ?? 'neutral'}>
            {severity.id} {severity.label}
          </Badge>
        )}
        <Badge>{record.status}</Badge>
        {record.heldInTime === 'late' && record.needsReview && (
          <Badge tone="amber">Reviewed later than 48 hours after the restore</Badge>
        )}
      </div>
      <div className="@container mt-3">
        <h1 className="text-2xl font-semibold tracking-tight wrap-anywhere @lg:text-3xl">{model.title}</h1>
      </div>
      <dl className="mt-5 grid grid-cols-[max-content_1fr] gap-x-5 gap-y-1 max-sm:grid-cols-1 max-sm:gap-y-0">
        {headRows(model)
          .filter(({ isSign }) => !isSign)
          .map(({ label, value, link }) => (
            <div key={label} className="contents">
              <dt className="text-ink-soft">{label}</dt>
              <dd className="wrap-anywhere max-sm:mb-1.5">
                {link === undefined ? (
                  value
                ) : (
                  <a href={link} rel="noreferrer" className="underline underline-offset-2">
                    {value}
                  </a>
                )}
              </dd>
            </div>
          ))}
      </dl>
      {record.sinceApproval !== null && <Changed since={record.sinceApproval} />}
      <blockquote className="mt-6 border-l-2 border-line-strong pl-4 text-ink-soft">
        <p>{reminder.directive.text}</p>
        <footer className="mt-1 text-sm">
          {reminder.directive.author}, <cite>{reminder.directive.source}</cite>
        </footer>
      </blockquote>
    </>
  )
}

/** What is not as it was approved. */
function Changed({ since: { approver, on, parts } }: { readonly since: SinceApproval }) {
  return (
    <aside
      className="mt-5 rounded-md border border-amber/30 bg-amber-soft px-4 py-3"
      aria-label="Changed since the approval"
    >
      <p className="font-medium text-amber">
        Under review again: {approver} approved it on {on}, and it has changed since.
      </p>
      <ul className="mt-1 list-disc pl-5">
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </aside>
  )
}
