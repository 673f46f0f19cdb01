import { phaseKinds } from './agenda.ts'
import { defaultSections } from './sections.ts'
import type { PhaseKind, Section } from './session.ts'

export const templateIds = ['incident-review', 'retrospective', 'start-stop-continue', 'four-ls', 'risks'] as const

export type TemplateId = (typeof templateIds)[number]

/** What a board begins with: its sections, and the kinds of its phases. [TEMPLATE1] */
export interface Template {
  readonly title: string
  /** What it is for, in a line. */
  readonly hint: string
  readonly kinds: readonly PhaseKind[]
  readonly sections: readonly Section[]
}

const withoutFacts: readonly PhaseKind[] = phaseKinds.filter((kind) => kind !== 'facts')

const section = (id: string, title: string, icon: string, color: string, prompts: readonly string[]): Section => ({
  ...{ id, title, icon, color, prompts },
  votable: true,
})

export const templates: Readonly<Record<TemplateId, Template>> = {
  'incident-review': {
    title: 'Incident review',
    hint: 'After an outage: the facts first, then what went well, lessons, what to consider and what is still a problem.',
    kinds: phaseKinds,
    sections: defaultSections,
  },
  retrospective: {
    title: 'Retrospective',
    hint: 'After a sprint or a project: what went well, what did not, and ideas.',
    kinds: withoutFacts,
    sections: [
      section('went-well', 'Went well', 'sparkles', 'green', [
        'What should we do again?',
        'Who or what helped us along?',
      ]),
      section('went-badly', 'Did not go well', 'triangle-alert', 'orange', [
        'What slowed us down?',
        'What surprised us, and how could we have seen it coming?',
      ]),
      section('ideas', 'Ideas', 'lightbulb', 'blue', ['What could we try for two weeks?']),
    ],
  },
  'start-stop-continue': {
    title: 'Start, stop, continue',
    hint: 'Straight to habits: what to begin, what to end, what to keep.',
    kinds: withoutFacts,
    sections: [
      section('start', 'Start', 'lightbulb', 'green', ['What do we not do yet, and should?']),
      section('stop', 'Stop', 'triangle-alert', 'orange', ['What costs more than it brings?']),
      section('continue', 'Continue', 'sparkles', 'blue', ['What works and must not get lost?']),
    ],
  },
  'four-ls': {
    title: 'Liked, learned, lacked, longed for',
    hint: 'A wider look back, when feelings matter as much as facts.',
    kinds: withoutFacts,
    sections: [
      section('liked', 'Liked', 'sparkles', 'green', ['What did you enjoy?']),
      section('learned', 'Learned', 'lightbulb', 'blue', ['What do you know now that you did not know before?']),
      section('lacked', 'Lacked', 'triangle-alert', 'orange', ['What was missing: time, tools, knowledge, people?']),
      section('longed-for', 'Longed for', 'telescope', 'violet', ['What do you wish for next time?']),
    ],
  },
  risks: {
    title: 'Before it happens',
    hint: 'Imagine that it failed: what went wrong, how we would notice, what would protect us.',
    kinds: phaseKinds,
    sections: [
      section('went-wrong', 'What went wrong', 'triangle-alert', 'orange', [
        'It is three months later, and it failed. Why?',
      ]),
      section('noticed', 'How we would notice', 'telescope', 'violet', [
        'Which alert, graph or person would tell first?',
      ]),
      section('protects', 'What would protect us', 'sparkles', 'green', ['What makes it impossible, or harmless?']),
    ],
  },
}
