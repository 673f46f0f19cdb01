import type { BoardSession } from '../../session/board-session.ts'
import type { Rival } from '../../session/rivals.ts'
import { toast } from '../../ui/toast.ts'

/** Says where the note is now, and offers the other way. */
export function tellOfRival({ verbs, view }: BoardSession, { note, field, won, by, mine, before }: Rival): void {
  const entry = view.entries.notes.entry(note).get()
  if (entry === undefined) return
  const isAnonymous = view.session.get().settings.attribution === 'anonymous'
  const name = by === null || isAnonymous ? undefined : view.entries.people.entry(by).get()?.name
  const where = (id: unknown) => (field === 'theme' ? themeWords(view, id) : sectionWords(view, id))
  const put = (id: unknown) => {
    if (field === 'theme') verbs.setNoteTheme(note, typeof id === 'string' ? id : null)
    else if (typeof id === 'string') verbs.moveNote(note, { section: id })
  }
  toast({
    id: `moved-${note}`,
    title: `${name ?? 'Somebody else'} moved “${shortened(entry.text)}” at the same moment`,
    description: won ? `It is where you put it: ${where(mine)}.` : `It is ${where(entry[field])} now.`,
    action: won
      ? { label: 'Undo my move', onClick: () => put(before) }
      : { label: `Put it ${where(mine)}`, onClick: () => put(mine) },
  })
}

function themeWords(view: BoardSession['view'], id: unknown): string {
  if (typeof id !== 'string') return 'in no theme'
  return `in “${view.entries.themes.entry(id).get()?.label || 'a theme without a name'}”`
}

function sectionWords(view: BoardSession['view'], id: unknown): string {
  return `in “${view.session.get().sections.find((section) => section.id === id)?.title ?? 'another section'}”`
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
