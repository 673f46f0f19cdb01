import * as v from 'valibot'
import { momentFrom } from '../incident/moment.ts'
import { isWebLink } from '../incident/web-link.ts'
import type { SentEvent } from './events.ts'

const words = v.optional(v.record(v.string(), v.string()), {})

/** What Alertmanager sends to a webhook, and Grafana in the same form; whatever else it says is not read. */
export const alertmanagerBody = v.object({
  alerts: v.pipe(
    v.array(
      v.object({
        status: v.picklist(['firing', 'resolved']),
        labels: words,
        annotations: words,
        startsAt: v.string(),
        endsAt: v.optional(v.string(), ''),
        generatorURL: v.optional(v.string(), ''),
        fingerprint: v.optional(v.string(), ''),
      }),
    ),
    v.maxLength(100, 'at most 100 alerts'),
  ),
})

type Alert = v.InferOutput<typeof alertmanagerBody>['alerts'][number]

export function isFromAlertmanager(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'alerts' in input && Array.isArray(input.alerts)
}

/**
 * When each alert fired, and when it was resolved.
 *
 * @remarks
 * Alertmanager sends a group again whenever one of its alerts changes, and while it goes on: the ids are those of what
 * happened, so that each is told once, also where only the resolution arrives.
 */
export function eventsOfAlerts({ alerts }: v.InferOutput<typeof alertmanagerBody>): readonly SentEvent[] {
  return alerts.flatMap((alert) => {
    const firedAt = momentFrom(alert.startsAt)
    const resolvedAt = alert.status === 'resolved' ? momentFrom(alert.endsAt) : null
    const told = [
      { what: 'fires', at: firedAt },
      { what: 'is resolved', at: resolvedAt },
    ]
    return told.flatMap(({ what, at }) => (at === null ? [] : [eventOf(alert, what, at)]))
  })
}

function eventOf(alert: Alert, what: string, at: string): SentEvent {
  const { alertname = 'An alert', ...labels } = alert.labels
  const summary = alert.annotations.summary ?? alert.annotations.description ?? ''
  const where = Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')
  const about = [summary.trim(), where === '' ? '' : `(${where})`].filter((part) => part !== '').join(' ')
  const same = alert.fingerprint || JSON.stringify(Object.entries(alert.labels).sort())
  return {
    id: `alertmanager ${same} ${alert.startsAt} ${what}`,
    at,
    event: `${alertname} ${what}${about === '' ? '' : `: ${about}`}`.slice(0, 2000),
    actor: 'Alertmanager',
    link: isWebLink(alert.generatorURL) ? alert.generatorURL : null,
  }
}
