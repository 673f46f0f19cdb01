import type { PhaseKind } from '../../../shared/review/session.ts'

/** What there is to do for whoever takes part, in one line. */
export const phaseHints: Readonly<Record<PhaseKind, string>> = {
  welcome: 'We begin together. Notes you write already are seen by nobody but you.',
  facts: 'Read what happened, and correct or complete it.',
  reflect: 'Write what you noticed. Only you can see your notes until they are revealed together.',
  discuss: 'Talk about the notes. Anyone can write down what was said.',
  group: 'Drag notes that belong together onto each other, and name the themes.',
  vote: 'Give your votes to what matters most.',
  act: 'Turn what matters into actions that somebody owns.',
  close: 'Write the takeaways, and give every action an owner and a date.',
}
