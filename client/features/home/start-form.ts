import type { CreateBoard } from '../../../shared/api/boards.ts'
import type { Severity } from '../../../shared/incident/severity.ts'
import { lengths, shortened } from '../../../shared/review/agenda-lengths.ts'
import type { OwnTemplate } from '../../../shared/review/own-template.ts'
import { templateIds } from '../../../shared/review/templates.ts'

/** What the form *Start a review* holds: texts as typed. */
export interface StartForm {
  readonly title: string
  readonly name: string
  /** A template, `mine/<id>` for one of my own, or `like/<board id>`: as that review was. */
  readonly kind: string
  /** One of the lengths on offer, in minutes. */
  readonly length: string
  readonly attribution: 'named' | 'anonymous'
  readonly incidentId: string
  readonly severity: Severity | ''
  /** Separated by commas. */
  readonly services: string
  readonly summary: string
}

export const emptyForm: StartForm = {
  title: '',
  name: '',
  kind: 'incident-review',
  length: '60',
  attribution: 'named',
  incidentId: '',
  severity: '',
  services: '',
  summary: '',
}

export type FormProblem = 'no-title' | 'no-name'

export const formProblems: Readonly<Record<FormProblem, string>> = {
  'no-title': 'Give the review a title. What happened, in a few words?',
  'no-name': 'Say your name, so that the others know who invites them.',
}

export function problemsOf(form: Pick<StartForm, 'title' | 'name'>): readonly FormProblem[] {
  const problems: FormProblem[] = []
  if (form.title.trim() === '') problems.push('no-title')
  if (form.name.trim() === '') problems.push('no-name')
  return problems
}

/** `own`: the templates that `mine/<id>` is looked for among. */
export function boardFromForm(form: StartForm, own: readonly OwnTemplate[]): CreateBoard {
  const mine = ownOf(form.kind, own)
  const services = namesIn(form.services)
  const incident = {
    ...(form.incidentId.trim() === '' ? {} : { incidentId: form.incidentId.trim() }),
    ...(form.severity === '' ? {} : { severity: form.severity }),
    ...(form.summary.trim() === '' ? {} : { summary: form.summary.trim() }),
  }
  return {
    title: form.title.trim(),
    name: form.name.trim(),
    ...(mine === null ? beginning(form) : begunWith(mine)),
    settings: { ...mine?.settings, attribution: form.attribution },
    ...(Object.keys(incident).length === 0 ? {} : { incident }),
    ...(services.length === 0 ? {} : { services: services.map((name) => ({ name })) }),
  }
}

/** Names in a line, set apart by commas; those within brackets part nothing: `S3 (GET, PUT), Lambda` are two. */
export function namesIn(line: string): readonly string[] {
  return line
    .split(/[,;\n](?![^()]*\))/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function beginning({ kind, length }: StartForm): Pick<CreateBoard, 'like' | 'template' | 'minutes'> {
  const like = likeOf(kind)
  if (like !== null) return { like }
  return { template: templateIds.find((id) => id === kind) ?? 'incident-review', minutes: minutesOf(length) }
}

function begunWith({ agenda, sections }: OwnTemplate): Pick<CreateBoard, 'agenda' | 'sections'> {
  return {
    agenda: [...agenda],
    sections: sections.map((section) => ({ ...section, prompts: [...section.prompts] })),
  }
}

/** The template of mine that is chosen; null for one that is shipped, and for an earlier review. */
export function ownOf(kind: string, own: readonly OwnTemplate[]): OwnTemplate | null {
  return own.find(({ id }) => kind === `mine/${id}`) ?? null
}

/** The board that the new one is to be like; null for a template. */
export function likeOf(kind: string): string | null {
  return kind.startsWith('like/') ? kind.slice('like/'.length) : null
}

export function minutesOf(length: string): number {
  return lengths.find((each) => String(each) === length) ?? 60
}

/** What a length gives up, in one line; nothing where nothing is. */
export function whatIsShortened(length: string): string {
  const phases = shortened(minutesOf(length))
  if (phases.length === 0) return 'Every part gets the time it deserves.'
  const most = [...phases].sort((a, b) => a.minutes / a.insteadOf - b.minutes / b.insteadOf).slice(0, 3)
  return `Shortens ${most.map((phase) => `${phase.title} to ${phase.minutes} min`).join(', ')}.`
}
