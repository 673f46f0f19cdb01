import type { ActionItem, Note, Theme } from '../review/entries.ts'
import { ranksBetween } from '../review/rank.ts'
import type { IncidentExample } from './examples.ts'
import type { Cause, IncidentRecord, Milestone, Responder, Service, TimelineEvent } from './record.ts'
import { severities } from './severity.ts'
import { milestones } from './timeline.ts'

/** The plain values of a new board; ids hold within it, so that parents and themes can refer to each other. */
export interface ExampleBoard {
  readonly title: string
  readonly incident: Partial<IncidentRecord>
  readonly timeline: readonly TimelineEvent[]
  readonly services: readonly Service[]
  readonly responders: readonly Responder[]
  readonly causes: readonly Cause[]
  readonly notes: readonly Pick<Note, 'id' | 'section' | 'text' | 'theme' | 'rank'>[]
  readonly themes: readonly Pick<Theme, 'id' | 'label' | 'rank'>[]
  readonly actions: readonly ActionItem[]
}

/**
 * A board that holds every fact of an example.
 *
 * Without notes the team does the reflecting: notes, themes and actions stay out, the record is complete.
 */
export function boardFromExample(
  example: IncidentExample,
  { withNotes }: { readonly withNotes: boolean },
): ExampleBoard {
  return {
    title: example.title,
    incident: recordOf(example),
    timeline: timelineOf(example),
    services: rankedAs(example.services, (name, rank, n) => ({
      ...{ id: `service-${n}`, name, rank },
      ...{ description: '', minutes: null },
    })),
    responders: respondersOf(example),
    causes: [...whysOf(example), ...factorsOf(example)],
    notes: withNotes ? notesOf(example) : [],
    themes: withNotes ? themesOf(example) : [],
    actions: withNotes ? actionsOf(example) : [],
  }
}

function recordOf(example: IncidentExample): Partial<IncidentRecord> {
  const { impact, rootCause, milestones: times } = example
  return {
    incidentId: example.slug,
    severity: severities.find((level) => level.id === example.severity)?.id ?? null,
    status: 'draft',
    tags: [example.organisation],
    startedAt: times.started ?? null,
    detectedAt: times.detected ?? null,
    escalatedAt: times.escalated ?? null,
    mitigationStartedAt: times.mitigation_started ?? null,
    restoredAt: times.restored ?? null,
    closedAt: times.closed ?? null,
    downtimeMinutes: impact.duration_minutes,
    summary: example.summary,
    impactUsers: `${impact.users}\n\nRegions: ${impact.regions.join(', ')}`,
    impactBusiness: impact.business,
    rootCause: rootCause.statement,
    technicalDetails: `${bullets(rootCause.technicalDetails)}\n\nEvidence:\n${bullets(rootCause.evidence)}`,
    appendix: `Published review by ${example.organisation}: ${example.sourceUrl}`,
  }
}

function timelineOf(example: IncidentExample): readonly TimelineEvent[] {
  const open = new Map<Milestone, string>(
    milestones.flatMap(({ id }) => {
      const at =
        id === 'notified' ? undefined : example.milestones[id === 'mitigation-started' ? 'mitigation_started' : id]
      return at === undefined ? [] : [[id, at] as const]
    }),
  )
  return example.timeline.map(({ at, event, actor, action = '' }, n) => {
    // An event can be one milestone only: of two at one moment the next event of that time takes the second.
    const milestone = [...open].find(([, time]) => time === at)?.[0] ?? null
    if (milestone !== null) open.delete(milestone)
    const kind = milestone !== null ? 'milestone' : action === '' ? 'observation' : 'action'
    return { id: `event-${n}`, at, event, actor, action, kind, milestone, link: null }
  })
}

/** Whoever acted in the timeline, machines apart, with what they did. */
function respondersOf(example: IncidentExample): readonly Responder[] {
  const did = new Map<string, string[]>()
  for (const { actor, action } of example.timeline) {
    if (/\b(system|automation)\b/i.test(actor)) continue
    did.set(actor, [...(did.get(actor) ?? []), ...(action === undefined ? [] : [action])])
  }
  return rankedAs([...did], ([name, actions], rank, n) => ({
    ...{ id: `responder-${n}`, name, rank },
    ...{ role: '', did: bullets(actions) },
  }))
}

function whysOf({ fiveWhys }: IncidentExample): readonly Cause[] {
  return rankedAs(fiveWhys, (text, rank, n) => ({
    id: `why-${n}`,
    kind: 'why',
    parent: n === 0 ? null : `why-${n - 1}`,
    text,
    category: null,
    weight: null,
    evidence: '',
    rank,
  }))
}

function factorsOf({ contributingFactors }: IncidentExample): readonly Cause[] {
  return rankedAs(contributingFactors, ({ name, category, severity, evidence = '' }, rank, n) => ({
    id: `factor-${n}`,
    kind: 'factor',
    parent: null,
    text: name,
    category: (['technical', 'process', 'human', 'external'] as const).find((known) => known === category) ?? null,
    weight: level(severity) ?? null,
    evidence,
    rank,
  }))
}

function notesOf({ notes, themes }: IncidentExample): ExampleBoard['notes'] {
  return Object.entries(notes).flatMap(([section, texts]) =>
    rankedAs(texts, (text, rank, n) => {
      const theme = themes.findIndex((each) => each.notes.includes(`${section}:${n}`))
      return { id: `note-${section}-${n}`, section, text, theme: theme < 0 ? null : `theme-${theme}`, rank }
    }),
  )
}

function themesOf({ themes }: IncidentExample): ExampleBoard['themes'] {
  return rankedAs(themes, ({ label }, rank, n) => ({ id: `theme-${n}`, label, rank }))
}

function actionsOf({ actions }: IncidentExample): readonly ActionItem[] {
  return rankedAs(actions, ({ title, horizon, priority, kind, verification = '' }, rank, n) => ({
    id: `action-${n}`,
    title,
    owner: null,
    due: null,
    horizon: (['immediate', 'short-term', 'long-term'] as const).find((known) => known === horizon),
    priority: level(priority) ?? 'medium',
    status: wasReportedDone(verification) ? 'complete' : 'not-started',
    verification,
    source: null,
    kind: kind === 'mitigate' ? 'corrective' : 'preventive',
    ...(kind === 'detect' && { prevention: 'monitoring' as const }),
    ...(kind === 'process' && { prevention: 'process' as const }),
    link: null,
    rank,
  }))
}

function wasReportedDone(verification: string): boolean {
  return /\b(reported (done|complete|deployed|in place)|ticked off|now run|change pushed)\b/i.test(verification)
}

function level(text: string): 'high' | 'medium' | 'low' | undefined {
  return (['high', 'medium', 'low'] as const).find((known) => known === text)
}

function rankedAs<T, Entry>(list: readonly T[], entry: (item: T, rank: string, n: number) => Entry): readonly Entry[] {
  const ranks = ranksBetween(null, null, list.length)
  return list.map((item, n) => entry(item, ranks[n] ?? '', n))
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}
