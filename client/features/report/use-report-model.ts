import { useMemo } from 'react'
import { boardPage } from '../../../shared/api/paths.ts'
import type { BoardSnapshot } from '../../../shared/document/snapshot.ts'
import { type ReportModel, reportModel } from '../../../shared/report/model.ts'
import { useSession } from '../../session/context.tsx'
import { useClockNow } from '../../session/hooks.ts'

/** The report of a board as it was at this snapshot, to the minute. */
export function useReportModel(snapshot: BoardSnapshot): ReportModel {
  const { boardId } = useSession()
  const now = useClockNow(60_000)
  return useMemo(
    () => reportModel(snapshot, { boardId, now, boardUrl: `${location.origin}${boardPage(boardId)}` }),
    [snapshot, boardId, now],
  )
}
