import { durationText } from '../incident/durations.ts'
import type { ReportModel } from './model.ts'
import { plainLine } from './plain-line.ts'
import { oneLine } from './prose.ts'
import type { ReportRow } from './record-blocks.ts'

/** So many actions are named where all is told in short. */
const mostActions = 3

/** What whoever reads one page alone has to know: whom it hit, why, how it ended, what is done. [REPORT49] */
export function inShort({ record, plan }: ReportModel): readonly ReportRow[] {
  const { figures, durations, prose, downtimeMinutes } = record
  const total = durations.find(({ id }) => id === 'total')
  const downtimeMs = downtimeMinutes === null ? null : downtimeMinutes * 60_000
  const impact = [
    ...figures.users.map(({ label, value }) => `${label} ${value}`),
    ...(total === undefined ? [] : [`Duration ${durationText(total.ms)}`]),
    ...(downtimeMs === null || downtimeMs === total?.ms ? [] : [`Stated downtime ${durationText(downtimeMs)}`]),
  ]
    .map((part, at) => (at === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1)))
    .join('; ')
  const pressing = plan.horizons.flatMap(({ actions }) => actions).filter(({ priority }) => priority === 'high')
  const actions = pressing.slice(0, mostActions).map(({ title }) => oneLine(title))
  const rows = [
    { label: 'Impact', value: impact },
    { label: 'Root cause', value: plainLine(prose.rootCause) },
    { label: 'Resolution', value: plainLine(prose.resolution) },
    { label: 'Key actions', value: actions.join('; ') },
  ]
  return rows.filter(({ value }) => value !== '')
}
