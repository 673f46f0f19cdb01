import { Download } from 'lucide-react'
import type { ReportFormat } from '../../../shared/api/paths.ts'
import type { BoardSnapshot } from '../../../shared/document/snapshot.ts'
import { renderReport } from '../../../shared/report/render.ts'
import { Button } from '../../ui/Button.tsx'
import { saveFile } from '../../ui/save-file.ts'

/** What this browser has of a review, as files: for when no server has it. */
export function TakeAway({ board, snapshot }: { readonly board: string; readonly snapshot: BoardSnapshot }) {
  const save = (format: ReportFormat) => {
    const { filename, contentType, body } = renderReport(format, snapshot, { boardId: board, now: Date.now() })
    saveFile(filename, contentType, body)
  }
  return (
    <>
      <Button variant="primary" icon={<Download />} onClick={() => save('md')}>
        Save the report
      </Button>
      <Button icon={<Download />} onClick={() => save('json')}>
        Save everything
      </Button>
    </>
  )
}
