import type { Milestone, TimelineEvent } from './record.ts'
import { milestones } from './timeline.ts'

/** What an event is taken for: something seen, something done, or one of the moments of the incident. */
export type Marking = 'observation' | 'action' | Milestone

/** How a marking lies in an event. */
export function markedAs(marking: Marking): Pick<TimelineEvent, 'kind' | 'milestone'> {
  if (marking === 'observation' || marking === 'action') return { kind: marking, milestone: null }
  return { kind: 'milestone', milestone: marking }
}

export function markingOf({ kind, milestone }: Pick<TimelineEvent, 'kind' | 'milestone'>): Marking {
  return milestone ?? (kind === 'action' ? 'action' : 'observation')
}

/** Other words for the same. */
const words: Readonly<Record<string, Marking>> = {
  start: 'started',
  began: 'started',
  'first-detected': 'detected',
  'first-detection': 'detected',
  detection: 'detected',
  escalation: 'escalated',
  'notifications-sent': 'notified',
  'notification-sent': 'notified',
  'stakeholders-notified': 'notified',
  mitigating: 'mitigation-started',
  mitigation: 'mitigation-started',
  mitigated: 'mitigation-started',
  resolved: 'restored',
  recovered: 'restored',
  'service-restored': 'restored',
  'incident-closed': 'closed',
  action: 'action',
  done: 'action',
  observation: 'observation',
  seen: 'observation',
}

/** The marking that a word or a heading stands for, however it is written; null for any other. */
export function markingFrom(written: string): Marking | null {
  const plain = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/gu, '-')
  const milestone = milestones.find(
    ({ id, label }) => id === plain || label.toLowerCase().replaceAll(' ', '-') === plain,
  )
  return milestone?.id ?? words[plain] ?? null
}

/** A text without its mark: a milestone's name before a colon, or any mark as `#detected` at its end. */
export function readMark(text: string): { readonly marking: Marking; readonly text: string } {
  const tag = /^(?<text>.*\S)\s+#(?<word>[\p{L}_-]+)\s*$/su.exec(text)?.groups
  const tagged = tag === undefined ? null : markingFrom(tag.word ?? '')
  if (tagged !== null) return { marking: tagged, text: tag?.text ?? text }
  const head = /^(?<word>[\p{L} -]{3,30}):\s+(?<text>\S.*)$/su.exec(text)?.groups
  const milestone = milestones.find(({ id, label }) =>
    [id, label.toLowerCase()].includes(head?.word?.toLowerCase() ?? ''),
  )
  if (milestone === undefined) return { marking: 'observation', text }
  return { marking: milestone.id, text: head?.text ?? text }
}
