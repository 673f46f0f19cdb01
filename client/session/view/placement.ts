import type { Note, Theme } from '../../../shared/review/entries.ts'
import { mergedThemes } from '../../../shared/review/merging.ts'
import { liveThemes, shownNotes, shownSections } from '../../../shared/review/placement.ts'
import type { Section, Session } from '../../../shared/review/session.ts'
import { sameMembers } from '../equal.ts'
import type { Watched } from '../watched.ts'

/** Where a note is shown, without its words: what a list of notes needs to know of each. */
export type PlacedNote = Omit<Note, 'text' | 'discussion'>

/**
 * Which notes are shown where, in order. The same object until a note is added, moved, grouped or removed, and the same lists
 * in it where nothing of that happened.
 */
export interface Placement {
  readonly sections: readonly { readonly section: Section; readonly notes: readonly PlacedNote[] }[]
  /** Shown themes in order, also those without notes. */
  readonly themes: readonly { readonly id: string; readonly notes: readonly PlacedNote[] }[]
  /** Note id -> where it is shown; notes in the bin are not in it. */
  readonly notes: ReadonlyMap<string, PlacedNote>
  /** Each theme that was merged -> the theme that it is part of now. */
  readonly merged: ReadonlyMap<string, string>
}

export function viewPlacement(
  notes: Watched<ReadonlyMap<string, Note>>,
  themes: Watched<ReadonlyMap<string, Theme>>,
  session: Watched<Session>,
): Watched<Placement> {
  let last: { readonly notes: unknown; readonly themes: unknown; readonly sections: unknown } | undefined
  let bones: ReadonlyMap<string, Boned> = new Map()
  let order: readonly string[] = []
  let merged: ReadonlyMap<string, string> = new Map()
  let placement: Placement | undefined

  return {
    get: () => {
      const [noted, themed, sections] = [notes.get(), themes.get(), session.get().sections]
      if (placement && last?.notes === noted && last.themes === themed && last.sections === sections) return placement
      const nextBones = new Map([...noted].map(([id, note]) => [id, boned(note, bones.get(id))] as const))
      const nextOrder = last?.themes === themed ? order : liveThemes([...themed.values()]).map((theme) => theme.id)
      const nextMerged = last?.themes === themed ? merged : mergedThemes([...themed.values()])
      const isSame =
        sameBones(nextBones, bones) &&
        sameMembers(nextOrder, order) &&
        sameMembers(nextMerged, merged) &&
        last?.sections === sections
      last = { notes: noted, themes: themed, sections }
      bones = nextBones
      order = nextOrder
      merged = nextMerged
      if (!placement || !isSame)
        placement = place(
          [...bones.values()].map(({ bone }) => bone),
          [...themed.values()],
          sections,
          merged,
          placement,
        )
      return placement
    },
    subscribe: (listener) => {
      const stops = [notes.subscribe(listener), themes.subscribe(listener), session.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

/** A note as it was read, and what of it says where it lies. */
interface Boned {
  readonly note: Note
  /** Without words. */
  readonly bone: PlacedNote
}

/** Whoever types changes one note of a thousand: the others are the same objects, and not looked into. */
function boned(note: Note, before: Boned | undefined): Boned {
  if (before?.note === note) return before
  const { text: _text, discussion: _discussion, ...bone } = note
  return { note, bone: before !== undefined && sameMembers(before.bone, bone) ? before.bone : bone }
}

function sameBones(a: ReadonlyMap<string, Boned>, b: ReadonlyMap<string, Boned>): boolean {
  if (a.size !== b.size) return false
  for (const [id, { bone }] of a) if (b.get(id)?.bone !== bone) return false
  return true
}

function place(
  bones: readonly PlacedNote[],
  themes: readonly Theme[],
  sections: readonly Section[],
  merged: ReadonlyMap<string, string>,
  before: Placement | undefined,
): Placement {
  const shown = shownNotes({ notes: bones, themes, sections })
  const notesBefore = new Map<string, readonly PlacedNote[]>([
    ...(before?.sections.map(({ section, notes }) => [`section:${section.id}`, notes] as const) ?? []),
    ...(before?.themes.map(({ id, notes }) => [`theme:${id}`, notes] as const) ?? []),
  ])
  const reuse = (key: string, notes: readonly PlacedNote[]) => {
    const known = notesBefore.get(key)
    return known !== undefined && sameMembers(known, notes) ? known : notes
  }
  return {
    sections: shownSections(sections).map((section) => ({
      section,
      notes: reuse(
        `section:${section.id}`,
        shown.filter((note) => note.section === section.id),
      ),
    })),
    themes: liveThemes(themes).map(({ id }) => ({
      id,
      notes: reuse(
        `theme:${id}`,
        shown.filter((note) => note.theme === id),
      ),
    })),
    notes: new Map(shown.map((note) => [note.id, note])),
    merged,
  }
}
