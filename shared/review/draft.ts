import type { Draft } from './entries.ts'
import { shownSections } from './placement.ts'
import { waitingDrafts } from './progress.ts'
import { byRank, compareText, ranksBetween } from './rank.ts'
import type { Section, Settings } from './session.ts'

export interface WrittenDraft {
  /** Whose desk it lies on. */
  readonly person: string
  readonly draft: Draft
}

/** A note to be written, in the order in which the server writes it. */
export interface PlannedNote {
  readonly id: string
  /** Whose draft it was: for the store alone, never for the board. */
  readonly person: string
  readonly section: string
  readonly text: string
  readonly rank: string
  /** Null on an anonymous board. */
  readonly author: string | null
  /** Epoch milliseconds. */
  readonly createdAt: number
}

export interface RevealOptions {
  readonly attribution: Settings['attribution']
  readonly sections: readonly Section[]
  /** The last rank that any note of the board has; null on an empty one. */
  readonly lastRank: string | null
  readonly now: number
  /** From 0 up to, but not including, 1. */
  readonly random: () => number
}

/**
 * Which notes a reveal makes of the drafts that wait, and in which order. Blank drafts stay on their desks.
 *
 * @remarks
 * On an anonymous board the order of writing, the ranks and the times would each give authors away, so all are made
 * anew, across all desks at once. The shuffle begins from the order of the ids, so that even somebody who knew its
 * chance would learn nothing of the desks. [DRAFT3]
 */
export function planReveal(drafts: readonly WrittenDraft[], options: RevealOptions): readonly PlannedNote[] {
  const waiting = drafts.filter(({ draft }) => waitingDrafts([draft]).length > 0 && draft.text.trim() !== '')
  const createdAt = options.now

  if (options.attribution === 'named') {
    const place = new Map(shownSections(options.sections).map((section, index) => [section.id, index]))
    const placeOf = ({ draft }: WrittenDraft) => place.get(draft.section) ?? 0
    return waiting
      .toSorted((a, b) => placeOf(a) - placeOf(b) || byRank(a.draft, b.draft))
      .map(({ person, draft }) => ({ ...wordsOf(draft), person, rank: draft.rank, author: person, createdAt }))
  }

  const ranks = ranksBetween(options.lastRank, null, waiting.length)
  return shuffled(waiting.toSorted(byId), options.random).flatMap(({ person, draft }, index) => {
    const rank = ranks[index]
    return rank === undefined ? [] : [{ ...wordsOf(draft), person, rank, author: null, createdAt }]
  })
}

/**
 * Whether drafts that wait on an anonymous board in an open phase may be published now.
 *
 * @remarks
 * A draft that appears by itself is known to be by whoever was seen typing, so it waits for company, or for the next
 * phase change. [DRAFT4]
 */
export function mayPublishAnonymously(waiting: readonly Pick<WrittenDraft, 'person'>[]): boolean {
  return new Set(waiting.map(({ person }) => person)).size >= 2
}

function wordsOf({ id, section, text }: Draft): Pick<PlannedNote, 'id' | 'section' | 'text'> {
  return { id, section, text }
}

function byId(a: WrittenDraft, b: WrittenDraft): number {
  return compareText(a.draft.id, b.draft.id)
}

/** Fisher and Yates: every order is as likely as any other. */
function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  const left = [...list]
  const drawn: T[] = []
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1))
  return drawn
}
