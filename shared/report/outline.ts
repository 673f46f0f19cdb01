import type { ReportModel } from './model.ts'
import { recordBlocks } from './record-blocks.ts'

export type ReportPartId = (typeof parts)[number]['id']

/** A part of the report under a heading of its own. */
export interface ReportPart {
  readonly id: ReportPartId
  readonly title: string
}

/** In the order in which the report is read, whatever it is written as. [REPORT51] */
const parts = [
  { id: 'control', title: 'Document control' },
  { id: 'summary', title: 'Executive summary' },
  { id: 'timeline', title: 'Timeline and milestones' },
  { id: 'impact', title: 'Impact' },
  { id: 'response', title: 'Response' },
  { id: 'root-cause', title: 'Root cause and factors' },
  { id: 'went-well', title: 'What went well' },
  { id: 'went-wrong', title: 'What went wrong' },
  { id: 'lessons', title: 'Lessons' },
  { id: 'themes', title: 'Themes and votes' },
  { id: 'actions', title: 'Actions' },
  { id: 'follow-up', title: 'Follow-up' },
  { id: 'appendices', title: 'Appendices' },
] as const

/** The parts in which there is anything. */
export function reportOutline(model: ReportModel): readonly ReportPart[] {
  const { record, causes, findings, plan, evidence } = model
  const blocks = recordBlocks(model)
  const noted = new Set(findings.sections.filter(({ notes }) => notes.length > 0).map(({ part }) => part))
  const isThere: Readonly<Record<ReportPartId, boolean>> = {
    control: blocks.control.length > 0,
    summary: blocks.summary.length > 0,
    timeline: record.times.length + record.timeline.length > 0,
    impact: blocks.impact.length > 0,
    response: blocks.response.length > 0,
    'root-cause': [blocks.rootCause, blocks.symptoms, blocks.details, causes.whys, causes.factors].some(isFilled),
    'went-well': noted.has('went-well'),
    'went-wrong': noted.has('went-wrong') || causes.factors.length > 0,
    lessons: noted.has('lessons') || blocks.lessons.length > 0,
    themes: findings.themes.length > 0 || findings.vote !== null,
    actions: plan.total > 0,
    'follow-up': blocks.followUp.length > 0,
    appendices: evidence.length > 0 || blocks.appendices.length > 0,
  }
  return parts.filter(({ id }) => isThere[id])
}

function isFilled(list: readonly unknown[]): boolean {
  return list.length > 0
}
