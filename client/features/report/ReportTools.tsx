import { ArrowLeft, Download, Printer } from 'lucide-react'
import { Link } from 'wouter'
import { boardPage } from '../../../shared/api/paths.ts'
import type { ReportModel } from '../../../shared/report/model.ts'
import { reportFileAddress, reportFiles } from '../../session/report-files.ts'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { CopyReport } from './CopyReport.tsx'

/** Back to the board, and the ways to take the report along. Not printed. */
export function ReportTools({ model }: { readonly model: ReportModel }) {
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-paper/95 print:hidden">
      <div className="mx-auto flex max-w-288 flex-wrap items-center gap-2 px-4 py-2 sm:px-8">
        <Link
          href={boardPage(model.boardId)}
          className="tap mr-auto inline-flex min-h-9 items-center gap-2 rounded-md text-ink-soft hover:text-ink"
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
          <span>
            Back <span className="max-sm:sr-only">to the board</span>
          </span>
        </Link>
        <CopyReport model={model} />
        <Button icon={<Printer />} onClick={() => window.print()} className="max-sm:hidden">
          Print
        </Button>
        <Popover title="Download the report" trigger={<Button icon={<Download />}>Download</Button>}>
          <ul className="-mx-2">
            {reportFiles.map(({ format, label, use }) => (
              <li key={format}>
                <a
                  href={reportFileAddress(model.boardId, format)}
                  download
                  className="tap block rounded-md px-2 py-1.5 hover:bg-ink/7"
                >
                  <span className="font-medium">{label}</span> <span className="text-sm text-ink-soft">{use}</span>
                </a>
              </li>
            ))}
          </ul>
        </Popover>
      </div>
    </header>
  )
}
