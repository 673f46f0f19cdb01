import type { ReportCauses as Causes, ReportFactor, ReportWhy } from '../../../shared/report/causes.ts'
import { proseTitles, type ReportRecord } from '../../../shared/report/record.ts'
import { FishboneDrawing } from '../../session/fishbone/FishboneDrawing.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { LinkedTo } from './LinkedTo.tsx'
import { Prose, Sub } from './Prose.tsx'

const weightTitles = { high: 'High weight', medium: 'Medium weight', low: 'Low weight' } as const

/** The root cause in a sentence apart from what was seen, the whys between them, what else contributed, the details. */
export function ReportCauses({ record, causes }: { readonly record: ReportRecord; readonly causes: Causes }) {
  return (
    <div className="space-y-5">
      <div className="text-lg">
        <Prose text={record.prose.rootCause} />
      </div>
      <Sub title={proseTitles.symptoms} text={record.prose.symptoms} />
      {causes.whys.length > 0 && (
        <div>
          <h3 className="mb-1 font-semibold print:break-after-avoid">Why it happened</h3>
          <Whys whys={causes.whys} />
        </div>
      )}
      {causes.factors.length > 0 && (
        <div>
          <h3 className="font-semibold print:break-after-avoid">Contributing factors</h3>
          {causes.factors.map(({ title, factors }) => (
            <div key={title}>
              <h4 className="mt-3 mb-1 text-sm font-medium text-ink-soft print:break-after-avoid">{title}</h4>
              <ul className="space-y-2">
                {factors.map((factor) => (
                  <Factor key={factor.id} factor={factor} />
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
      {causes.drawing !== null && (
        <div className="@container">
          <h3 className="mb-2 font-semibold print:break-after-avoid">Causes by category</h3>
          <FishboneDrawing
            drawing={causes.drawing.wide}
            className="h-auto w-full @max-lg:hidden print:block print:break-inside-avoid"
          />
          <FishboneDrawing drawing={causes.drawing.narrow} className="h-auto w-full @lg:hidden print:hidden" />
        </div>
      )}
      <Sub title={proseTitles.technicalDetails} text={record.prose.technicalDetails} />
      <Sub title={proseTitles.evidence} text={record.prose.evidence} />
    </div>
  )
}

function Whys({ whys, isBelow = false }: { readonly whys: readonly ReportWhy[]; readonly isBelow?: boolean }) {
  return (
    <ul className={isBelow ? 'mt-1 ml-1.5 space-y-1 border-l border-line pl-4' : 'space-y-1'}>
      {whys.map(({ id, text, evidence, linkedTo, because }) => (
        <li key={id} className="wrap-anywhere">
          <p className="whitespace-pre-wrap">{text}</p>
          <Evidence text={evidence} />
          <LinkedTo links={linkedTo} />
          {because.length > 0 && <Whys whys={because} isBelow />}
        </li>
      ))}
    </ul>
  )
}

function Factor({ factor: { text, how, weight, evidence, linkedTo } }: { readonly factor: ReportFactor }) {
  return (
    <li className="break-inside-avoid wrap-anywhere">
      <span className="mr-2 font-medium">{text}</span>
      {weight !== null && <Badge>{weightTitles[weight]}</Badge>}
      {how.trim() !== '' && <p>{how}</p>}
      <Evidence text={evidence} />
      <LinkedTo links={linkedTo} />
    </li>
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
