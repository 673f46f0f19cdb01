import type { AgendaItem, Section, Session, Settings } from './session.ts'

/** A template that somebody made for themselves, of a review or of another template. */
export interface OwnTemplate {
  readonly id: string
  readonly title: string
  readonly agenda: readonly PlannedPhase[]
  readonly sections: readonly Section[]
  readonly settings: Partial<Settings>
}

/** A phase as it is planned, of no session yet. */
export type PlannedPhase = Pick<AgendaItem, 'kind' | 'title' | 'minutes'>

type Layout = Pick<OwnTemplate, 'agenda' | 'sections' | 'settings'>

/** How a review is laid out, without anything of what was said in it, its dates or its people. [TEMPLATE4] */
export function layoutOf({ agenda, sections, settings }: Pick<Session, 'agenda' | 'sections' | 'settings'>): Layout {
  return {
    agenda: agenda.map(({ kind, title, minutes }) => ({ kind, title, minutes })),
    sections,
    settings,
  }
}

/** `Copy of Retrospective`, `Copy 2 of Retrospective`: a title that none of the others has. [TEMPLATE5] */
export function copyTitle(title: string, taken: readonly string[]): string {
  const stem = title.replace(/^Copy (\d+ )?of /, '')
  for (let nth = 1; ; nth += 1) {
    const next = `Copy ${nth === 1 ? '' : `${nth} `}of ${stem}`.slice(0, 100)
    if (!taken.includes(next)) return next
  }
}

/** `7 phases, 60 min · Started, Stopped, Kept`. */
export function layoutText({ agenda, sections }: Pick<Layout, 'agenda' | 'sections'>): string {
  const minutes = agenda.reduce((sum, phase) => sum + (phase.minutes ?? 0), 0)
  const phases = `${agenda.length} phase${agenda.length === 1 ? '' : 's'}, ${minutes} min`
  return `${phases} · ${sections.map(({ title }) => title).join(', ')}`
}
