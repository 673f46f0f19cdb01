import { durationText } from '../incident/durations.ts'
import { classificationTitles } from '../incident/record-titles.ts'
import type { ReportModel } from './model.ts'
import type { ReportRecord } from './record.ts'
import { utcText } from './utc-text.ts'

export interface HeadRow {
  readonly label: string
  readonly value: string
  readonly link?: string
  /** Said by a sign of its own where there is room for one. */
  readonly isSign?: true
}

/** What stands under the title: what it was, when, how bad, and who looked into it. */
export function headRows({ record, people }: ReportModel): readonly HeadRow[] {
  const { severity, classification, issueLink } = record
  const rows: readonly HeadRow[] = [
    { label: 'Incident ID', value: record.incidentId ?? '' },
    { label: 'Kind', value: record.kind ?? '' },
    { label: 'Date of the incident', value: when(record) },
    ...(issueLink === null ? [] : [{ label: 'Issue', value: issueLink, link: issueLink }]),
    {
      label: 'Confidentiality',
      value: classification === null ? '' : classificationTitles[classification],
      isSign: true,
    },
    { label: 'Severity', value: severity === null ? '' : `${severity.id}, ${severity.label}`, isSign: true },
    { label: 'Status', value: record.status, isSign: true },
    { label: 'Services', value: record.services.map((service) => service.name).join(', ') },
    { label: 'Tags', value: record.tags.join(', ') },
    { label: 'Reviewed on', value: record.reviewedOn ?? '' },
    { label: 'Facilitated by', value: people.facilitator.join(', ') },
    { label: 'Took part', value: people.participant.join(', ') },
    { label: 'Observed', value: people.observer.join(', ') },
  ]
  return rows.filter(({ value }) => value.trim() !== '')
}

/** `2018-10-21, 22:52 to 23:40 UTC (48 min)`; over midnight with both days; empty where no start is known. */
function when({ span, durations }: ReportRecord): string {
  if (span === null) return ''
  const total = durations.find(({ id }) => id === 'total')
  const length = total === undefined ? '' : ` (${durationText(total.ms)})`
  const [from, to] = [utcText(span.from), span.to === null ? null : utcText(span.to)]
  if (to === null) return `${from}${length}`
  const day = from.slice(0, 10)
  if (!to.startsWith(day)) return `${from.replace(' UTC', '')} to ${to}${length}`
  return `${day}, ${from.slice(11, -4)} to ${to.slice(11)}${length}`
}
