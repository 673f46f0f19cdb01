import type { ActionItem, Draft, Note, Theme } from '../../shared/review/entries.ts'
import type { Person } from '../../shared/review/people.ts'
import type { AgendaItem, PhaseKind, Section } from '../../shared/review/session.ts'

/** Builders: what a test leaves out is the plainest that is valid. */

export function note(id: string, fields: Partial<Note> = {}): Note {
  return {
    id,
    section: 'lessons',
    text: id,
    discussion: '',
    author: 'ana',
    createdAt: 0,
    rank: 'a0',
    theme: null,
    ...fields,
  }
}

export function theme(id: string, fields: Partial<Theme> = {}): Theme {
  return { id, label: id, discussion: '', rank: 'a0', ...fields }
}

export function section(id: string, fields: Partial<Section> = {}): Section {
  return { id, title: id, prompts: [], icon: 'lightbulb', color: 'blue', votable: true, ...fields }
}

export function draft(id: string, fields: Partial<Draft> = {}): Draft {
  return { id, section: 'lessons', text: id, rank: 'a0', ...fields }
}

export function person(id: string, fields: Partial<Person> = {}): Person {
  return { id, name: id, color: 'blue', role: 'participant', joinedAt: 0, counts: true, ...fields }
}

export function action(id: string, fields: Partial<ActionItem> = {}): ActionItem {
  return {
    id,
    title: id,
    owner: 'ana',
    due: '2026-03-09',
    priority: 'medium',
    status: 'not-started',
    verification: '',
    source: null,
    kind: null,
    link: null,
    rank: 'a0',
    ...fields,
  }
}

export function phase(kind: PhaseKind, minutes: number | null = 5, id: string = kind): AgendaItem {
  return { id, kind, title: kind, minutes }
}

export const removed = { by: 'ana', at: 1 }
