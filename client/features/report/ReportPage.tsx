import { boardPage } from '../../../shared/api/paths.ts'
import { reportModel } from '../../../shared/report/model.ts'
import { useSession } from '../../session/context.tsx'
import { useClockNow } from '../../session/hooks.ts'
import { useSnapshot } from '../../session/snapshot.ts'
import { classes } from '../../ui/classes.ts'
import { Contents } from './Contents.tsx'
import { ReportHead } from './ReportHead.tsx'
import { ReportTools } from './ReportTools.tsx'
import { reportParts } from './report-parts.tsx'

/** Names the printed pages for who may read them: see print.css. */
const markOf = { none: '', internal: 'prints-internal', confidential: 'prints-confidential', public: 'prints-public' }

/** The review as a page to read, print and pass on. It follows the board live. */
export function ReportPage() {
  const { boardId } = useSession()
  const snapshot = useSnapshot()
  const now = useClockNow(60_000)
  const model = reportModel(snapshot, { boardId, now, boardUrl: `${location.origin}${boardPage(boardId)}` })
  const parts = reportParts(model)
  return (
    <div className={classes('report min-h-dvh bg-paper', markOf[model.record.classification ?? 'none'])}>
      <ReportTools model={model} />
      <div className="mx-auto grid max-w-288 grid-cols-1 gap-x-12 px-4 pb-24 sm:px-8 xl:grid-cols-[12rem_minmax(0,1fr)] print:block print:max-w-none print:p-0">
        <Contents parts={parts} />
        <main className="min-w-0 pt-8 print:pt-0">
          <article className="max-w-184 print:max-w-none">
            <ReportHead model={model} />
            {parts.map(({ id, title, body }) => (
              <section key={id} id={id} aria-labelledby={`${id}-title`} className="mt-10 scroll-mt-16 print:mt-6">
                <h2
                  id={`${id}-title`}
                  className="mb-3 border-t border-line pt-4 text-lg font-semibold print:break-after-avoid"
                >
                  {title}
                </h2>
                {body}
              </section>
            ))}
          </article>
        </main>
      </div>
    </div>
  )
}
