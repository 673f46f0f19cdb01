import { useSnapshot } from '../../session/snapshot.ts'
import { classes } from '../../ui/classes.ts'
import { Contents } from './Contents.tsx'
import { ReportArticle } from './ReportArticle.tsx'
import { ReportTools } from './ReportTools.tsx'
import { shownParts } from './report-parts.tsx'
import { useReportModel } from './use-report-model.ts'

/** Names the printed pages for who may read them: see print.css. */
const markOf = { none: '', internal: 'prints-internal', confidential: 'prints-confidential', public: 'prints-public' }

/** The review as a page to read, print and pass on. It follows the board live. */
export function ReportPage() {
  const model = useReportModel(useSnapshot())
  const parts = shownParts(model)
  return (
    <div className={classes('report min-h-dvh bg-paper', markOf[model.record.classification ?? 'none'])}>
      <ReportTools model={model} />
      <div className="mx-auto grid max-w-288 grid-cols-1 gap-x-12 px-4 pb-24 sm:px-8 xl:grid-cols-[12rem_minmax(0,1fr)] print:block print:max-w-none print:p-0">
        <Contents parts={parts} />
        <main className="min-w-0 pt-8 print:pt-0">
          <ReportArticle model={model} parts={parts} />
        </main>
      </div>
    </div>
  )
}
