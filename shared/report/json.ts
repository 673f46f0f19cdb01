import { boardFileFormat, boardFileVersion } from '../api/board-file.ts'
import { contentRoots } from '../document/schema.ts'
import type { BoardSnapshot } from '../document/snapshot.ts'
import { isLive } from '../review/placement.ts'
import type { ReportModel } from './model.ts'

/** The whole board as data, as it lies in the document, and what follows from it. The bin stays on the board. */
export function jsonReport(snapshot: BoardSnapshot, model: ReportModel): string {
  const { session, incident, people, results, edits } = snapshot
  const whole = {
    format: boardFileFormat,
    version: boardFileVersion,
    madeAt: model.madeAt,
    board: { id: model.boardId, title: model.title, url: model.boardUrl },
    derived: {
      durationsMs: Object.fromEntries(model.record.durations.map(({ id, ms }) => [id, ms])),
      reviewedOn: model.record.reviewedOn,
      ranking: model.findings.vote?.ranking ?? [],
    },
    session,
    incident,
    people,
    results,
    edits,
    ...Object.fromEntries(contentRoots.map((root) => [root, snapshot[root].filter(isLive)])),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
