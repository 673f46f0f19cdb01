import type { ReportCauses as Causes } from '../../../shared/report/causes.ts'
import { proseTitles, type ReportRecord } from '../../../shared/report/record.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Prose, Sub } from './Prose.tsx'

const weightTitles = { high: 'High weight', medium: 'Medium weight', low: 'Low weight' } as const

/** The root cause in a sentence, the whys that led to it, what else contributed, and the details. */
export function ReportCauses({ record, causes }: { readonly record: ReportRecord; readonly causes: Causes }) {
  return (
    <div className="space-y-5">
      <div className="text-lg">
        <Prose text={record.prose.rootCause} />
      </div>
      <Sub title={proseTitles.symptoms} text={record.prose.symptoms} />
      {causes.whys.length > 0 && (
        <div>
          <h3 className="mb-1 font-semibold">Why it happened</h3>
          <ol className="list-decimal space-y-1 pl-5">
            {causes.whys.map(({ id, text, evidence }) => (
              <li key={id} className="break-inside-avoid pl-1 wrap-anywhere">
                {text}
                <Evidence text={evidence} />
              </li>
            ))}
          </ol>
        </div>
      )}
      {causes.factors.length > 0 && (
        <div>
          <h3 className="mb-2 font-semibold">Contributing factors</h3>
          <ul className="space-y-2">
            {causes.factors.map(({ id, text, category, weight, evidence }) => (
              <li key={id} className="break-inside-avoid wrap-anywhere">
                <span className="mr-2 font-medium">{text}</span>
                <span className="inline-flex flex-wrap gap-1">
                  {category !== null && <Badge className="capitalize">{category}</Badge>}
                  {weight !== null && <Badge>{weightTitles[weight]}</Badge>}
                </span>
                <Evidence text={evidence} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Sub title={proseTitles.technicalDetails} text={record.prose.technicalDetails} />
      <Sub title={proseTitles.evidence} text={record.prose.evidence} />
    </div>
  )
}

function Evidence({ text }: { readonly text: string }) {
  if (text.trim() === '') return null
  return (
    <div className="text-ink-soft">
      <Prose text={text} />
    </div>
  )
}
