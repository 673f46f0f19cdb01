import { FileText } from 'lucide-react'
import { useDeferredValue } from 'react'
import { Link } from 'wouter'
import { reportPage } from '../../../shared/api/paths.ts'
import { useSnapshot } from '../../session/snapshot.ts'
import { CopyReport } from './CopyReport.tsx'
import { ReportArticle } from './ReportArticle.tsx'
import { shownParts } from './report-parts.tsx'
import { useReportModel } from './use-report-model.ts'

/** The report beside the board, as it will be read. It follows what everyone writes, and gives way to their keys. */
export function ReportPreview() {
  const model = useReportModel(useDeferredValue(useSnapshot()))
  return (
    <div className="report">
      <div className="mb-6 flex flex-wrap gap-2">
        <Link
          href={reportPage(model.boardId)}
          className="tap inline-flex min-h-9 items-center gap-2 rounded-md border border-line-strong bg-surface px-3 font-medium hover:bg-sunken [&_svg]:size-4"
        >
          <FileText aria-hidden="true" />
          Open the page
        </Link>
        <CopyReport model={model} />
      </div>
      <ReportArticle model={model} parts={shownParts(model)} idPrefix="preview-" />
    </div>
  )
}
