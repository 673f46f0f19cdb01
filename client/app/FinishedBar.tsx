import { FileChartColumn, RotateCcw } from 'lucide-react'
import { useLocation } from 'wouter'
import { reportPage } from '../../shared/api/paths.ts'
import { useSession } from '../session/context.tsx'
import { useMe } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { useReopen } from './use-reopen.ts'

/** What is left to do once a review is finished: take the report, and for a facilitator to reopen it. */
export function FinishedBar() {
  const { boardId } = useSession()
  const [, navigate] = useLocation()
  const isFacilitator = useMe().role === 'facilitator'
  const reopen = useReopen()
  return (
    <>
      <p className="min-w-0 flex-1 text-ink-soft">
        This review is finished. <span className="max-sm:hidden">Actions and check-ins go on.</span>
      </p>
      {isFacilitator && (
        <Button icon={<RotateCcw />} onClick={() => void reopen()}>
          Reopen
        </Button>
      )}
      <Button variant="primary" icon={<FileChartColumn />} onClick={() => navigate(reportPage(boardId))}>
        Report
      </Button>
    </>
  )
}
