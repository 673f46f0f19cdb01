import type { Note, Theme } from '../../../shared/review/entries.ts'
import { liveThemes, shownNotes, shownSections } from '../../../shared/review/placement.ts'
import type { Section, Session } from '../../../shared/review/session.ts'
import { sameMembers } from '../equal.ts'
import type { Watched } from '../watched.ts'

/** Where a note is shown, without its words: what a list of notes needs to know of each. */
type PlacedNote = Omit<Note, 'text' | 'discussion'>

/** Which notes are shown where, in order. The same object until a note is added, moved, grouped or removed. */
export interface Placement {
  readonly sections: readonly { readonly section: Section; readonly notes: readonly PlacedNote[] }[]
  /** Shown themes in order, also those without notes. */
  readonly themes: readonly { readonly id: string; readonly notes: readonly PlacedNote[] }[]
  /** Note id -> where it is shown; notes in the bin are not in it. */
  readonly notes: ReadonlyMap<string, PlacedNote>
}

export function viewPlacement(
  notes: Watched<ReadonlyMap<string, Note>>,
  themes: Watched<ReadonlyMap<string, Theme>>,
  session: Watched<Session>,
): Watched<Placement> {
  let last: { readonly notes: unknown; readonly themes: unknown; readonly sections: unknown } | undefined
  let bones: ReadonlyMap<string, PlacedNote> = new Map()
  let order: readonly string[] = []
  let placement: Placement | undefined

  return {
    get: () => {
      const [noted, themed, sections] = [notes.get(), themes.get(), session.get().sections]
      if (placement && last?.notes === noted && last.themes === themed && last.sections === sections) return placement
      const nextBones = new Map([...noted].map(([id, note]) => [id, reuse(bones.get(id), boneOf(note))] as const))
      const nextOrder = liveThemes([...themed.values()]).map((theme) => theme.id)
      const isSame = sameMembers(nextBones, bones) && sameMembers(nextOrder, order) && last?.sections === sections
      last = { notes: noted, themes: themed, sections }
      bones = nextBones
      order = nextOrder
      if (!placement || !isSame) placement = place([...bones.values()], [...themed.values()], sections)
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

function place(bones: readonly PlacedNote[], themes: readonly Theme[], sections: readonly Section[]): Placement {
  const wordless = bones.map((bone) => ({ ...bone, text: '', discussion: '' }))
  const shown = shownNotes({ notes: wordless, themes, sections }).map(boneOf)
  return {
    sections: shownSections(sections).map((section) => ({
      section,
      notes: shown.filter((note) => note.section === section.id),
    })),
    themes: liveThemes(themes).map(({ id }) => ({ id, notes: shown.filter((note) => note.theme === id) })),
    notes: new Map(shown.map((note) => [note.id, note])),
  }
}

function boneOf(note: Note): PlacedNote {
  const { text: _text, discussion: _discussion, ...bone } = note
  return bone
}

function reuse(before: PlacedNote | undefined, now: PlacedNote): PlacedNote {
  return before !== undefined && sameMembers(before, now) ? before : now
}
