import { allow, type Result, refuse } from './result.ts'
import type { Section } from './session.ts'

/** The four sections that a new board has. */
export const defaultSections: readonly Section[] = [
  {
    id: 'went-well',
    title: 'Went well',
    prompts: [
      'What helped us notice it: alerts, dashboards, people?',
      'What worked in our response and our teamwork?',
      'What made the recovery faster or safer?',
      'Which safeguard kept it from getting worse?',
    ],
    icon: 'sparkles',
    color: 'green',
    votable: true,
  },
  {
    id: 'lessons',
    title: 'Lessons learned',
    prompts: [
      'Technical: what did we learn about the design or the operation of our systems?',
      'Process: what did we learn about handling incidents, or about how we develop and operate?',
      'Organisation: what did we learn about teams, ownership and culture?',
    ],
    icon: 'lightbulb',
    color: 'blue',
    votable: true,
  },
  {
    id: 'future-considerations',
    title: 'Future considerations',
    prompts: [
      'What would make this kind of failure impossible, or harmless?',
      'What would have let us notice or restore sooner?',
      'What should we look into before it matters?',
    ],
    icon: 'telescope',
    color: 'violet',
    votable: true,
  },
  {
    id: 'ongoing-problems',
    title: 'Ongoing problems',
    prompts: [
      'What is still broken, fragile or worked around?',
      'Where could the same thing happen again tomorrow?',
      'Which gap in process, monitoring or ownership did this show?',
    ],
    icon: 'triangle-alert',
    color: 'orange',
    votable: true,
  },
]

export type SectionsRefusal = 'section-in-use' | 'no-sections' | 'same-id-twice'

/** Sections may be added, renamed and reordered; one that holds notes or drafts may not be dropped. [SECTION2] */
export function changeSections(
  current: readonly Section[],
  next: readonly Section[],
  { sectionsInUse }: { readonly sectionsInUse: ReadonlySet<string> },
): Result<readonly Section[], SectionsRefusal> {
  const kept = new Set(next.map((section) => section.id))
  if (next.length === 0) return refuse('no-sections')
  if (kept.size < next.length) return refuse('same-id-twice')
  if (current.some((section) => !kept.has(section.id) && sectionsInUse.has(section.id))) return refuse('section-in-use')
  return allow(next)
}
