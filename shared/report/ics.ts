import ical, { type ICalCalendar } from 'ical-generator'
import type { ReportModel } from './model.ts'
import { checkInText, priorityTitles, type ReportAction, statusText } from './plan.ts'
import { oneLine, plainLines } from './prose.ts'

/** Due dates of actions, the check-ins and the next review of the document as events of a whole day, the ends of phases as moments. Importing it again changes them, never doubles. */
export function icsReport(model: ReportModel): string {
  const calendar = ical({
    // The library escapes every text but this one.
    name: oneLine(model.title).replace(/[\\;,]/gu, '\\$&'),
    prodId: { company: 'Hindsight', product: 'Hindsight', language: 'EN' },
  })
  for (const { actions } of model.plan.horizons) {
    for (const action of actions) if (action.due !== null) addAction(calendar, model, action, action.due)
  }
  for (const check of model.plan.checkIns) {
    addDay(calendar, model, {
      uid: `check-in-${check.id}`,
      on: check.on,
      summary: `Check-in: ${oneLine(checkInText(check))}`,
      description: [`Follow-up of: ${model.title}`, `${model.plan.open} of ${model.plan.total} actions open`],
    })
  }
  if (model.record.nextReview !== null) {
    addDay(calendar, model, {
      uid: 'next-review',
      on: model.record.nextReview,
      summary: `Read again: ${oneLine(model.title)}`,
      description: ['Is this post-mortem still true?'],
    })
  }
  for (const { id, title, endsAt } of model.phaseEnds) {
    addEvent(calendar, model, {
      uid: `phase-${id}`,
      start: new Date(endsAt),
      allDay: false,
      summary: `${oneLine(title)} ends`,
      description: [`Review: ${model.title}`],
    })
  }
  return `${calendar.toString()}\r\n`
}

function addAction(calendar: ICalCalendar, model: ReportModel, action: ReportAction, due: string): void {
  const done = action.status !== 'complete' ? 'Due: ' : action.isUnproven ? 'To be proven: ' : 'Done: '
  addDay(calendar, model, {
    uid: `action-${action.id}`,
    on: due,
    summary: `${done}${oneLine(action.title)}`,
    description: [
      `Owner: ${action.owner ?? 'nobody yet'}`,
      `Priority: ${priorityTitles[action.priority]}`,
      `Status: ${statusText(action)}`,
      ...(action.verification.trim() === '' ? [] : [`Verified by: ${action.verification}`]),
      ...(action.link === null ? [] : [action.link]),
      `Review: ${model.title}`,
    ],
  })
}

interface Day {
  readonly uid: string
  /** YYYY-MM-DD. */
  readonly on: string
  readonly summary: string
  readonly description: readonly string[]
}

function addDay(calendar: ICalCalendar, model: ReportModel, { on, ...day }: Day): void {
  addEvent(calendar, model, { ...day, start: new Date(`${on}T00:00:00Z`), allDay: true })
}

interface Event extends Omit<Day, 'on'> {
  readonly start: Date
  readonly allDay: boolean
}

function addEvent(calendar: ICalCalendar, model: ReportModel, { uid, description, ...event }: Event): void {
  calendar.createEvent({
    ...event,
    id: `${uid}.${model.boardId}@hindsight`,
    timezone: 'UTC',
    stamp: new Date(model.madeAt),
    description: description.flatMap(plainLines).join('\n'),
    url: model.boardUrl,
  })
}
