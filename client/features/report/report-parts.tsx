import type { ReactNode } from 'react'
import type { ReportModel } from '../../../shared/report/model.ts'
import { type ReportPartId, reportOutline } from '../../../shared/report/outline.ts'
import { type RecordBlocks as Blocks, recordBlocks } from '../../../shared/report/record-blocks.ts'
import { utcMinuteText } from '../../../shared/report/utc-text.ts'
import { RecordBlocks } from './RecordBlocks.tsx'
import { ReportActions } from './ReportActions.tsx'
import { ReportCauses, ReportFactors } from './ReportCauses.tsx'
import { ReportEvidence } from './ReportEvidence.tsx'
import { ReportNotes, ReportVotes, Theme } from './ReportFindings.tsx'
import { ReportTimeline } from './ReportTimeline.tsx'
import { ReportTimes } from './ReportTimes.tsx'

export interface ShownPart {
  readonly id: string
  readonly title: string
  readonly body: ReactNode
}

/** The parts of the report in the order in which it is read, and what it is taken from at its end. */
export function shownParts(model: ReportModel): readonly ShownPart[] {
  const blocks = recordBlocks(model)
  const parts = reportOutline(model).map(({ id, title }) => ({ id, title, body: bodies[id](model, blocks) }))
  return [...parts, { id: 'about', title: 'About this report', body: about(model) }]
}

const bodies: Readonly<Record<ReportPartId, (model: ReportModel, blocks: Blocks) => ReactNode>> = {
  control: (_, { control }) => <RecordBlocks blocks={control} />,
  summary: (_, { summary }) => <RecordBlocks blocks={summary} />,
  timeline: ({ record }) => (
    <>
      {record.times.length > 0 && <ReportTimes record={record} />}
      {record.timeline.length > 0 && <ReportTimeline timeline={record.timeline} />}
    </>
  ),
  impact: (_, { impact }) => <RecordBlocks blocks={impact} />,
  response: (_, { response }) => <RecordBlocks blocks={response} />,
  'root-cause': ({ causes }, blocks) => <ReportCauses causes={causes} blocks={blocks} />,
  'went-well': (model) => <ReportNotes sections={notedIn(model, 'went-well')} />,
  'went-wrong': (model) => (
    <>
      <ReportFactors factors={model.causes.factors} />
      <ReportNotes sections={notedIn(model, 'went-wrong')} />
    </>
  ),
  lessons: (model, { lessons }) => (
    <>
      <RecordBlocks blocks={lessons} />
      <ReportNotes sections={notedIn(model, 'lessons')} />
    </>
  ),
  themes: ({ findings: { themes, vote } }) => (
    <>
      {themes.map((theme) => (
        <Theme key={theme.id} theme={theme} />
      ))}
      {vote !== null && <ReportVotes vote={vote} />}
    </>
  ),
  actions: ({ plan }) => <ReportActions plan={plan} />,
  'follow-up': (_, { followUp }) => <RecordBlocks blocks={followUp} />,
  appendices: ({ evidence }, { appendices }) => (
    <>
      {evidence.length > 0 && <ReportEvidence chains={evidence} />}
      <RecordBlocks blocks={appendices} />
    </>
  ),
}

function notedIn({ findings }: ReportModel, part: ReportPartId) {
  return findings.sections.filter((each) => each.part === part && each.notes.length > 0)
}

function about({ isClosed, madeAt }: ReportModel): ReactNode {
  return (
    <p className="text-ink-soft">
      {isClosed ? 'The review is finished.' : 'The review is still open; this page follows the board.'} As of{' '}
      {utcMinuteText(madeAt)}.
    </p>
  )
}
