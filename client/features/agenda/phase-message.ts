import { timeInBothZones } from '../../../shared/incident/local-time.ts'
import { instantOf } from '../../../shared/incident/moment.ts'
import type { AgendaItem } from '../../../shared/review/session.ts'
import { phaseHints } from './phase-hints.ts'

/** What to post where the team talks while a phase is open: what is asked, until when, where. */
export function phaseMessage(
  title: string,
  { kind, title: phase, endsAt }: Pick<AgendaItem, 'kind' | 'title' | 'endsAt'>,
  link: string,
  zone: string,
): string {
  const until = endsAt === undefined ? '' : ` Open until ${dayAndTimes(endsAt, zone)}.`
  return `${title}: ${phase}. ${phaseHints[kind]}${until}\n${link}`
}

/** `Tuesday, 23 October 2018, 17:00 UTC · 19:00 CEST`. */
export function dayAndTimes(at: number, zone: string): string {
  const day = new Date(at).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return `${day}, ${timeInBothZones(instantOf(at), zone)}`
}
