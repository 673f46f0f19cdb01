import type { ReactNode } from 'react'
import { summarySection } from '../../../shared/report/in-short.ts'
import type { ReportModel } from '../../../shared/report/model.ts'
import { type ProseField, proseTitles } from '../../../shared/report/record.ts'
import { type RecordSection, recordSections } from '../../../shared/report/record-sections.ts'
import { utcMinuteText } from '../../../shared/report/utc-text.ts'
import { Prose } from './Prose.tsx'
import { RecordBlocks } from './RecordBlocks.tsx'
import { ReportActions } from './ReportActions.tsx'
import { ReportCauses } from './ReportCauses.tsx'
import { ReportEvidence } from './ReportEvidence.tsx'
import { ReportNotes, ReportThemes, ReportVotes } from './ReportFindings.tsx'
import { ReportTimeline } from './ReportTimeline.tsx'
import { ReportTimes } from './ReportTimes.tsx'

export interface ReportPart {
  readonly id: string
  readonly title: string
  readonly body: ReactNode
}

/** The parts of the report in the order in which it is read; what is empty is left out. */
export function reportParts(model: ReportModel): readonly ReportPart[] {
  const { record, causes, evidence, findings, plan } = model
  const has = (field: ProseField) => record.prose[field].trim() !== ''
  const part = (id: string, title: string, isThere: boolean, body: ReactNode) => (isThere ? [{ id, title, body }] : [])
  const prose = (field: ProseField) => part(field, proseTitles[field], has(field), <Prose text={record.prose[field]} />)
  const recorded = (section: RecordSection | null) =>
    section === null ? [] : part(section.id, section.title, true, <RecordBlocks blocks={section.blocks} />)
  const sections = recordSections(record)
  const hasCauses =
    (['rootCause', 'symptoms', 'technicalDetails', 'evidence'] as const).some(has) ||
    causes.whys.length + causes.factors.length > 0
  const notes = findings.sections.filter((section) => section.notes.length > 0)

  return [
    ...recorded(summarySection(model)),
    ...recorded(sections.impact),
    ...part('times', 'Times', record.times.length > 0, <ReportTimes record={record} />),
    ...part('timeline', 'Timeline', record.timeline.length > 0, <ReportTimeline timeline={record.timeline} />),
    ...part('root-cause', 'Root cause', hasCauses, <ReportCauses record={record} causes={causes} />),
    ...recorded(sections.containment),
    ...recorded(sections.resolution),
    ...recorded(sections.communications),
    ...recorded(sections.response),
    ...recorded(sections.responders),
    ...part('notes', 'What we noted', notes.length > 0, <ReportNotes sections={notes} />),
    ...part('themes', 'Themes', findings.themes.length > 0, <ReportThemes themes={findings.themes} />),
    ...(findings.vote === null ? [] : part('votes', 'What matters most', true, <ReportVotes vote={findings.vote} />)),
    ...prose('takeaways'),
    ...part('actions', 'Actions', plan.total > 0, <ReportActions plan={plan} />),
    ...part('check-in', 'Check-in', plan.checkIns.length > 0, <CheckIns model={model} />),
    ...part('evidence', 'Chain of evidence', evidence.length > 0, <ReportEvidence chains={evidence} />),
    ...recorded(sections.followUp),
    ...prose('appendix'),
    ...recorded(sections.documents),
    ...recorded(sections.control),
    {
      id: 'about',
      title: 'About this report',
      body: (
        <p className="text-ink-soft">
          {model.isClosed ? 'The review is finished.' : 'The review is still open; this page follows the board.'} As of{' '}
          {utcMinuteText(model.madeAt)}.
        </p>
      ),
    },
  ]
}

function CheckIns({ model }: { readonly model: ReportModel }) {
  return (
    <ul className="space-y-1">
      {model.plan.checkIns.map(({ id, on, what }) => (
        <li key={id}>
          <span className="tabular font-medium">{on}</span> {what.trim() || 'Are the actions done?'}
        </li>
      ))}
    </ul>
  )
}
