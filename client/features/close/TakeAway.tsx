import { BookOpenText, Download, FileText } from 'lucide-react'
import { Link } from 'wouter'
import { reportPage } from '../../../shared/api/paths.ts'
import { useSession } from '../../session/context.tsx'
import { usePanels } from '../../session/panels.tsx'
import { reportFileAddress, reportFiles } from '../../session/report-files.ts'
import { Button } from '../../ui/Button.tsx'

/** The report to read, and as files. */
export function TakeAway() {
  const { boardId } = useSession()
  const panels = usePanels()
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        <Link
          href={reportPage(boardId)}
          className="tap inline-flex min-h-9 items-center gap-2 rounded-md bg-ink px-3 font-medium text-paper hover:bg-ink/88"
        >
          <FileText aria-hidden="true" className="size-4" />
          Read the report
        </Link>
        <Button icon={<BookOpenText />} onClick={() => panels.open('report')}>
          Show it beside the board
        </Button>
      </div>
      <ul className="grid gap-2 sm:grid-cols-2">
        {reportFiles.map(({ format, label, use }) => (
          <li key={format}>
            <a
              href={reportFileAddress(boardId, format)}
              download
              className="flex min-h-11 items-center gap-3 rounded-md border border-line bg-surface px-3 py-1.5 hover:border-line-strong"
            >
              <Download aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
              <span>
                <span className="font-medium">{label}</span> <span className="text-sm text-ink-soft">{use}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
