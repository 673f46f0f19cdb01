import type { Note } from './entries.ts'

/** What somebody looks for among the notes; null and '' ask for nothing. */
export interface Finding {
  /** Every one of these words, anywhere in the note or in what was said about it. */
  readonly words: string
  readonly section: string | null
  /** A theme id; `none`: ungrouped notes. */
  readonly theme: string | null
  /** A person id. */
  readonly author: string | null
  /** Notes that this person wrote, also where notes show no names. */
  readonly mine: boolean
}

export const nothingSought: Finding = { words: '', section: null, theme: null, author: null, mine: false }

export function seeksAnything({ words, section, theme, author, mine }: Finding): boolean {
  return words.trim() !== '' || section !== null || theme !== null || author !== null || mine
}

type Sought = Pick<Note, 'id' | 'section' | 'theme' | 'author' | 'text' | 'discussion'>

/** Whether a note, as it is shown, is among what is sought; `isMine` is told from my own drafts. [FIND1] */
export function isFound(note: Sought, finding: Finding, isMine: boolean): boolean {
  if (finding.section !== null && note.section !== finding.section) return false
  if (finding.theme !== null && (note.theme ?? 'none') !== finding.theme) return false
  if (finding.author !== null && note.author !== finding.author) return false
  if (finding.mine && !isMine) return false
  const text = plain(`${note.text}\n${note.discussion}`)
  return plain(finding.words)
    .split(/\s+/u)
    .every((word) => text.includes(word))
}

/** Without case and accents: who looks for *resume* finds *Résumé*. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase()
    .trim()
}
