import { useMemo } from 'react'
import type { NotePlace } from '../../../shared/document/note.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useSession } from '../../session/context.tsx'
import type { Place } from '../../ui/dnd/place.ts'
import { toast } from '../../ui/toast.ts'
import { focusNote } from './focus.ts'
import { type NoteActions, useNoteActions } from './note-actions.ts'
import { newThemeList } from './note-verbs.ts'

/** Where notes go, however they were sent there; each says what happened, with a way back. */
export interface Sorting {
  move(id: string, place: NotePlace): void
  moveDraft(id: string, section: string): void
  group(id: string, ontoId: string): void
  join(id: string, theme: string): void
  startTheme(id: string): void
  /** Carries out a drop. Where notes lie by section alone, a drop beside others leaves their themes as they are. */
  drop(id: string, place: Place, options: { readonly ungroups: boolean }): void
}

export function useSorting(): Sorting {
  const session = useSession()
  const actions = useNoteActions()
  return useMemo(() => sortingOf(session, actions), [session, actions])
}

function sortingOf({ verbs, view }: BoardSession, actions: Pick<NoteActions, 'open'>): Sorting {
  const themeOf = (id: string) => view.entries.notes.entry(id).get()?.theme ?? null
  const labelOf = (theme: string) => view.entries.themes.entry(theme).get()?.label || 'the theme'
  const told = (title: string, undo: () => unknown) =>
    toast({ title, action: { label: 'Undo', onClick: () => void undo() }, id: 'sorting' })

  const sorting: Sorting = {
    move: (id, place) => {
      const before = placeOf(view.placement.get().sections, id)
      if (!verbs.moveNote(id, place).allowed) return
      focusNote(id)
      if (before !== null && before.section !== place.section) told('Note moved', () => verbs.moveNote(id, before))
    },
    moveDraft: (id, section) => {
      if (verbs.setDraftSection(id, section).allowed) focusNote(id)
    },
    group: (id, ontoId) => {
      const [mine, other] = [themeOf(id), themeOf(ontoId)]
      const grouped = verbs.groupNotes(id, ontoId)
      if (!grouped.allowed) return
      if (grouped.value !== other) actions.open({ naming: grouped.value, namingOn: id })
      else focusNote(id)
      told(other === grouped.value ? `Added to ${labelOf(other)}` : 'Grouped into a theme', () => {
        verbs.setNoteTheme(id, mine)
        verbs.setNoteTheme(ontoId, other)
        if (grouped.value !== other) verbs.removeEntry('themes', grouped.value)
      })
    },
    join: (id, theme) => {
      const before = themeOf(id)
      if (!verbs.setNoteTheme(id, theme).allowed) return
      focusNote(id)
      told(`Added to ${labelOf(theme)}`, () => verbs.setNoteTheme(id, before))
    },
    startTheme: (id) => {
      const before = themeOf(id)
      const added = verbs.addTheme()
      if (!added.allowed) return
      verbs.setNoteTheme(id, added.value)
      actions.open({ naming: added.value })
      told('Theme made', () => {
        verbs.setNoteTheme(id, before)
        verbs.removeEntry('themes', added.value)
      })
    },
    drop: (id, place, { ungroups }) => {
      if (place.kind === 'onto') return sorting.group(id, place.item)
      if (place.list === newThemeList) return sorting.startTheme(id)
      const list = parseTarget(place.list)
      if (list?.kind === 'theme') return sorting.join(id, list.id)
      if (list?.kind !== 'section' || place.kind !== 'between') return
      const theme = themeOf(id)
      if (!ungroups || theme === null) return sorting.move(id, { section: list.id, beforeId: place.before })
      verbs.ungroup(id)
      verbs.moveNote(id, { section: list.id, beforeId: place.before })
      focusNote(id)
      told(`Taken out of ${labelOf(theme)}`, () => verbs.setNoteTheme(id, theme))
    },
  }
  return sorting
}

type Placed = BoardSession['view']['placement'] extends { get(): { readonly sections: infer S } } ? S : never

function placeOf(sections: Placed, id: string): NotePlace | null {
  for (const { section, notes } of sections) {
    const index = notes.findIndex((note) => note.id === id)
    if (index >= 0) return { section: section.id, index }
  }
  return null
}
