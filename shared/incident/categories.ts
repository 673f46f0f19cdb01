/** What sort of thing a cause is: the bones of a fishbone, and the headings of the factors. */
export const categories = [
  { id: 'technical', title: 'Technical' },
  { id: 'process', title: 'Process' },
  { id: 'human', title: 'Human' },
  { id: 'external', title: 'External' },
] as const

export type Category = (typeof categories)[number]['id']

/** Where nobody has said yet what sort of thing a cause is. */
export const notSorted = 'Not sorted yet'

export function categoryTitle(category: Category | null): string {
  return categories.find(({ id }) => id === category)?.title ?? notSorted
}

/** What is easily left out of a list of causes: asked so that the answer is about how the system works. */
export const causePrompts: readonly {
  readonly id: string
  readonly title: string
  readonly category: Category
  readonly questions: readonly string[]
}[] = [
  {
    id: 'process',
    title: 'Process gaps',
    category: 'process',
    questions: [
      'Which step did nobody write down, or only one team know?',
      'What did review, testing or the rollout let through, and why?',
      'Was there a runbook, and could it be followed at that hour?',
    ],
  },
  {
    id: 'monitoring',
    title: 'Missing monitoring',
    category: 'technical',
    questions: [
      'What could have told us earlier, and why did it not?',
      'Which dashboard was green while users were hurt?',
      'Which alert fired, and reached nobody who could act?',
    ],
  },
  {
    id: 'ownership',
    title: 'Unclear ownership',
    category: 'process',
    questions: [
      'Who may decide this, and did everyone know it?',
      'Which part of the system has no team that looks after it?',
      'Between which two teams did it fall?',
    ],
  },
]
