import { durationText } from '../incident/durations.ts'
import { recordTitles } from '../incident/record-titles.ts'
import { inShort } from './in-short.ts'
import type { ReportModel } from './model.ts'
import { checkInText } from './plan.ts'
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

/** The blocks that the record fills, by the part of the report that they stand in. */
export type RecordBlocks = Readonly<
  Record<
    | 'control'
    | 'summary'
    | 'impact'
    | 'response'
    | 'rootCause'
    | 'symptoms'
    /** What belongs to the cause and is told behind the whys. */
    | 'details'
    | 'lessons'
    | 'followUp'
    | 'appendices',
    readonly ReportBlock[]
  >
>

/** What the record says, without what is empty. */
export function recordBlocks(model: ReportModel): RecordBlocks {
  const { record } = model
  const prose = (field: ProseField, title: string | null = proseTitles[field]): ReportBlock => ({
    ...{ kind: 'prose', title, text: record.prose[field] },
  })
  const { figures } = record
  return {
    control: there([{ kind: 'rows', title: null, rows: record.control }]),
    summary: there([prose('summary', null), { kind: 'rows', title: 'In short', rows: inShort(model) }]),
    impact: there([
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
    response: there([
      { kind: 'items', title: 'Who responded', items: respondersTold(record) },
      prose('containment'),
      prose('resolution'),
      prose('communications'),
      { kind: 'items', title: behind(record, 'communications'), items: messagesTold(record) },
      prose('responseEvaluation'),
      prose('evaluationDetection'),
      prose('evaluationResponse'),
      prose('evaluationEscalation'),
      prose('evaluationCoordination'),
    ]),
    rootCause: there([prose('rootCause', null)]),
    symptoms: there([prose('symptoms')]),
    details: there([prose('technicalDetails'), prose('evidence')]),
    lessons: there([prose('takeaways')]),
    followUp: there([
      { kind: 'items', title: 'Check-ins', items: checkInsTold(model) },
      prose('successMetrics'),
      { kind: 'items', title: 'Knowledge updates', items: followUps(record, 'knowledge') },
      { kind: 'items', title: 'Briefings', items: followUps(record, 'briefing') },
    ]),
    appendices: there([
      prose('appendix'),
      { kind: 'items', title: 'Related documents', items: referencesTold(record) },
    ]),
  }
}

function there(blocks: readonly ReportBlock[]): readonly ReportBlock[] {
  return blocks.filter((block) => !isEmpty(block))
}

/** The heading of what stands behind a text: none where the text has one. */
function behind(record: ReportRecord, field: ProseField): string | null {
  return record.prose[field].trim() === '' ? proseTitles[field] : null
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

function respondersTold({ responders }: ReportRecord): readonly ReportItem[] {
  return responders.map(({ id, name, role, did }) => ({
    ...{ id, name, text: did, link: null },
    aside: role.trim() === '' ? '' : `, ${role}`,
  }))
}

function messagesTold({ communications }: ReportRecord): readonly ReportItem[] {
  return communications.map(({ id, at, audience, scope, said }) => ({
    ...{ id, text: said, link: null },
    name: at === null ? 'No time given' : utcMinuteText(at),
    aside: `, ${scope === 'outside' ? 'external' : 'internal'}${audience.trim() === '' ? '' : `: ${audience}`}`,
  }))
}

function referencesTold({ references }: ReportRecord): readonly ReportItem[] {
  return references.map(({ id, title, link, kind }) => ({
    ...{ id, link, text: '' },
    name: title.trim() === '' ? 'Untitled' : title,
    aside: kind === 'document' ? '' : ` (${kind})`,
  }))
}

function checkInsTold({ plan }: ReportModel): readonly ReportItem[] {
  return plan.checkIns.map((check) => ({
    ...{ id: check.id, name: check.on, link: null, done: check.done },
    aside: '',
    text: checkInText(check),
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
