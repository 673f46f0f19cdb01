import type { ReactNode } from 'react'
import { durationText } from '../../../shared/incident/durations.ts'
import type { ReportModel } from '../../../shared/report/model.ts'
import { type ProseField, proseTitles } from '../../../shared/report/record.ts'
import { utcMinuteText } from '../../../shared/report/utc-text.ts'
import { Prose, Sub } from './Prose.tsx'
import { ReportActions } from './ReportActions.tsx'
import { ReportCauses } from './ReportCauses.tsx'
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
  const { record, causes, findings, plan } = model
  const has = (field: ProseField) => record.prose[field].trim() !== ''
  const part = (id: string, title: string, isThere: boolean, body: ReactNode) => (isThere ? [{ id, title, body }] : [])
  const prose = (field: ProseField) => part(field, proseTitles[field], has(field), <Prose text={record.prose[field]} />)
  const hasImpact = has('impactUsers') || has('impactBusiness') || servicesTold(record).length > 0
  const hasCauses = has('rootCause') || has('technicalDetails') || causes.whys.length + causes.factors.length > 0
  const notes = findings.sections.filter((section) => section.notes.length > 0)

  return [
    ...prose('summary'),
    ...part('impact', 'Impact', hasImpact, <Impact model={model} />),
    ...part('times', 'Times', record.times.length > 0, <ReportTimes record={record} />),
    ...part('timeline', 'Timeline', record.timeline.length > 0, <ReportTimeline timeline={record.timeline} />),
    ...part('root-cause', 'Root cause', hasCauses, <ReportCauses record={record} causes={causes} />),
    ...prose('resolution'),
    ...prose('communications'),
    ...prose('responseEvaluation'),
    ...part('responders', 'Who responded', record.responders.length > 0, <Responders model={model} />),
    ...part('notes', 'What we noted', notes.length > 0, <ReportNotes sections={notes} />),
    ...part('themes', 'Themes', findings.themes.length > 0, <ReportThemes themes={findings.themes} />),
    ...(findings.vote === null ? [] : part('votes', 'What matters most', true, <ReportVotes vote={findings.vote} />)),
    ...prose('takeaways'),
    ...part('actions', 'Actions', plan.total > 0, <ReportActions plan={plan} />),
    ...part('check-in', 'Check-in', plan.checkIns.length > 0, <CheckIns model={model} />),
    ...prose('appendix'),
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

function servicesTold({ services }: ReportModel['record']) {
  return services.filter((service) => service.description.trim() !== '' || service.minutes !== null)
}

function Impact({ model: { record } }: { readonly model: ReportModel }) {
  const services = servicesTold(record)
  return (
    <div className="space-y-5">
      <Sub title={proseTitles.impactUsers} text={record.prose.impactUsers} />
      <Sub title={proseTitles.impactBusiness} text={record.prose.impactBusiness} />
      {services.length > 0 && (
        <div>
          <h3 className="mb-1 font-semibold">Services</h3>
          <ul className="list-disc space-y-1 pl-5">
            {services.map(({ id, name, description, minutes }) => (
              <li key={id}>
                <span className="font-medium">{name}</span>
                {minutes !== null && ` (${durationText(minutes * 60_000)})`}
                <Prose text={description} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function Responders({ model }: { readonly model: ReportModel }) {
  return (
    <ul className="space-y-2">
      {model.record.responders.map(({ id, name, role, did }) => (
        <li key={id} className="break-inside-avoid">
          <span className="font-medium">{name}</span>
          {role !== '' && <span className="text-ink-soft">, {role}</span>}
          <Prose text={did} />
        </li>
      ))}
    </ul>
  )
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
