import type { BoardSnapshot } from '../document/snapshot.ts'
import { isLive } from '../review/placement.ts'
import type { ReportModel } from './model.ts'

/** Raised when the form changes in a way that a reader of the last one would trip over. */
export const jsonReportVersion = 1

/** The whole board as data, as it lies in the document, and what follows from it. The bin stays on the board. */
export function jsonReport(snapshot: BoardSnapshot, model: ReportModel): string {
  const { session, incident, people, results } = snapshot
  const whole = {
    format: 'hindsight-board',
    version: jsonReportVersion,
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
    notes: snapshot.notes.filter(isLive),
    themes: snapshot.themes.filter(isLive),
    actions: snapshot.actions.filter(isLive),
    services: snapshot.services.filter(isLive),
    responders: snapshot.responders.filter(isLive),
    checkIns: snapshot.checkIns.filter(isLive),
    timeline: snapshot.timeline.filter(isLive),
    causes: snapshot.causes.filter(isLive),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
