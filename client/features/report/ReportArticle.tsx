import type { ReportModel } from '../../../shared/report/model.ts'
import { PlacePrefix } from './places.tsx'
import { ReportHead } from './ReportHead.tsx'
import type { ShownPart } from './report-parts.tsx'

/** The report itself, part by part; `idPrefix` keeps its places apart from those of a page it stands on. */
export function ReportArticle({
  model,
  parts,
  idPrefix = '',
}: {
  readonly model: ReportModel
  readonly parts: readonly ShownPart[]
  readonly idPrefix?: string
}) {
  return (
    <article className="max-w-184 print:max-w-none">
      <ReportHead model={model} />
      {parts.map(({ id, title, body }) => (
        <section
          key={id}
          id={`${idPrefix}${id}`}
          aria-labelledby={`${idPrefix}${id}-title`}
          className="mt-10 scroll-mt-16 print:mt-6"
        >
          <h2
            id={`${idPrefix}${id}-title`}
            className="mb-3 border-t border-line pt-4 text-lg font-semibold print:break-after-avoid"
          >
            {title}
          </h2>
          <PlacePrefix value={idPrefix}>
            <div className="space-y-5">{body}</div>
          </PlacePrefix>
        </section>
      ))}
    </article>
  )
}
