import { durationText } from '../incident/durations.ts'
import { recordTitles } from '../incident/record-titles.ts'
import { type ProseField, proseTitles, type ReportFollowUp, type ReportRecord } from './record.ts'
import { utcMinuteText } from './utc-text.ts'

/** A piece of a section, for every output to draw in its own way. All words in it are somebody's. */
export type ReportBlock =
  | { readonly kind: 'prose'; readonly title: string | null; readonly text: string }
  | { readonly kind: 'rows'; readonly title: string | null; readonly rows: readonly ReportRow[] }
  | { readonly kind: 'items'; readonly title: string | null; readonly items: readonly ReportItem[] }
  /** A sentence of ours. */
  | { readonly kind: 'line'; readonly text: string }

export interface ReportRow {
  readonly label: string
  readonly value: string
  readonly link?: string | null
}

export interface ReportItem {
  readonly id: string
  readonly name: string
  /** Stands right behind the name: `, coordinator` or ` (12 min)`. */
  readonly aside: string
  readonly text: string
  readonly link: string | null
  /** Of what is ticked off: whether it is. */
  readonly done?: boolean
}

/** A part of the report under a heading of its own. */
export interface RecordSection {
  readonly id: string
  readonly title: string
  readonly blocks: readonly ReportBlock[]
}

export type RecordSectionId =
  | 'impact'
  | 'containment'
  | 'resolution'
  | 'communications'
  | 'response'
  | 'responders'
  | 'followUp'
  | 'documents'
  | 'control'

/** The sections that the record fills, each with what there is of it; null where there is nothing. */
export function recordSections(record: ReportRecord): Readonly<Record<RecordSectionId, RecordSection | null>> {
  const prose = (field: ProseField, title: string | null = proseTitles[field]): ReportBlock => ({
    kind: 'prose',
    title,
    text: record.prose[field],
  })
  const { figures } = record
  return {
    impact: section('impact', 'Impact', [
      { kind: 'rows', title: null, rows: figures.users },
      prose('impactUsers'),
      prose('userExperience'),
      { kind: 'rows', title: 'Performance', rows: figures.performance },
      prose('impactBusiness'),
      prose('impactFinancial'),
      prose('impactOperations'),
      prose('impactReputation'),
      prose('impactCompliance'),
      { kind: 'rows', title: 'Spread', rows: figures.spread },
      { kind: 'items', title: 'Services', items: servicesTold(record) },
      downtime(record),
    ]),
    containment: section('containment', proseTitles.containment, [prose('containment', null)]),
    resolution: section('resolution', proseTitles.resolution, [prose('resolution', null)]),
    communications: section('communications', proseTitles.communications, [
      prose('communications', null),
      {
        kind: 'items',
        title: null,
        items: record.communications.map(({ id, at, audience, scope, said }) => ({
          ...{ id, text: said, link: null },
          name: at === null ? 'No time given' : utcMinuteText(at),
          aside: `, ${scope === 'outside' ? 'outside' : 'inside'}${audience.trim() === '' ? '' : `: ${audience}`}`,
        })),
      },
    ]),
    response: section('response', proseTitles.responseEvaluation, [
      prose('responseEvaluation', null),
      prose('evaluationDetection'),
      prose('evaluationResponse'),
      prose('evaluationEscalation'),
      prose('evaluationCoordination'),
    ]),
    responders: section('responders', 'Who responded', [
      {
        kind: 'items',
        title: null,
        items: record.responders.map(({ id, name, role, did }) => ({
          ...{ id, name, text: did, link: null },
          aside: role.trim() === '' ? '' : `, ${role}`,
        })),
      },
    ]),
    followUp: section('follow-up', 'Follow-up', [
      prose('successMetrics'),
      { kind: 'items', title: 'Knowledge updates', items: followUps(record, 'knowledge') },
      { kind: 'items', title: 'Briefings', items: followUps(record, 'briefing') },
    ]),
    documents: section('documents', 'Related documents', [
      {
        kind: 'items',
        title: null,
        items: record.references.map(({ id, title, link, kind }) => ({
          ...{ id, link, text: '' },
          name: title.trim() === '' ? 'Untitled' : title,
          aside: kind === 'document' ? '' : ` (${kind})`,
        })),
      },
    ]),
    control: section('control', 'Document control', [{ kind: 'rows', title: null, rows: record.control }]),
  }
}

/** What there is under a heading; null where there is nothing. */
export function section(id: string, title: string, blocks: readonly ReportBlock[]): RecordSection | null {
  const there = blocks.filter((block) => !isEmpty(block))
  return there.length === 0 ? null : { id, title, blocks: there }
}

function isEmpty(block: ReportBlock): boolean {
  if (block.kind === 'rows') return block.rows.length === 0
  if (block.kind === 'items') return block.items.length === 0
  return block.text.trim() === ''
}

function servicesTold({ services }: ReportRecord): readonly ReportItem[] {
  return services
    .filter((service) => service.description.trim() !== '' || service.minutes !== null)
    .map(({ id, name, description, minutes }) => ({
      ...{ id, name, text: description, link: null },
      aside: minutes === null ? '' : ` (${durationText(minutes * 60_000)})`,
    }))
}

function downtime({ downtimeMinutes }: ReportRecord): ReportBlock {
  const text =
    downtimeMinutes === null ? '' : `${recordTitles.downtimeMinutes}: ${durationText(downtimeMinutes * 60_000)}.`
  return { kind: 'line', text }
}

function followUps({ followUps }: ReportRecord, kind: ReportFollowUp['kind']): readonly ReportItem[] {
  return followUps
    .filter((each) => each.kind === kind)
    .map(({ id, what, audience, done }) => ({
      ...{ id, link: null, text: '' },
      name: what.trim() === '' ? 'Not said what' : what,
      aside: audience.trim() === '' ? '' : `, ${audience}`,
      done: done === true,
    }))
}
