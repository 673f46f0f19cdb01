import type { CreateBoard } from '../../../shared/api/boards.ts'
import { milestones } from '../../../shared/incident/timeline.ts'

const began = Date.UTC(2018, 9, 21, 22, 52)
const actors = ['Alertmanager', 'deploy bot', 'Ana Oyelaran', 'Database platform', '', 'Ben Castellanos']
const seen = [
  'p99 of the API over 2 s in all regions',
  'Replication lag of mysql-17 grows by 40 s a minute',
  'Restores run at 12 % of the data',
  'Webhooks wait in a queue of 5 million; delivery is held back on purpose so that the order stays right',
  'Status page says “degraded”',
]

/** So many events of one long incident: crowded at first, then ever more quiet, with a night in between. */
export function longTimeline(count: number): NonNullable<CreateBoard['timeline']> {
  return Array.from({ length: count }, (_, n) => {
    const night = n > count / 2 ? 6 * 3_600_000 : 0
    const at = new Date(began + night + Math.round((n / count) ** 2 * 18 * 3_600_000)).toISOString()
    const place = milestones.findIndex((__, index) => n === Math.floor(((index + 0.1) * count) / milestones.length))
    const milestone = milestones[place]?.id ?? null
    return {
      id: `event-${n}`,
      ...{ at, event: `${seen[n % seen.length]} (${n + 1})`, actor: actors[n % actors.length] ?? '' },
      action: n % 7 === 3 ? 'Takes the replica out of rotation' : '',
      ...{ kind: milestone ? 'milestone' : n % 7 === 3 ? 'action' : 'observation', milestone },
      link: n % 11 === 5 ? `https://grafana.example.org/d/${n}` : null,
    } as const
  })
}
