import type { NotesPart, ReportFindings, ReportNote, ReportTheme, ReportVote } from './findings.ts'
import { markdownLinkedTo } from './markdown-links.ts'
import { markdownItem, markdownLine, markdownProse } from './markdown-text.ts'
import { turnoutText, votesText } from './votes-text.ts'

/** The notes of one part of the report, section by section. */
export function markdownNotes({ sections }: ReportFindings, part: NotesPart): readonly string[] {
  return sections
    .filter((each) => each.part === part && each.notes.length > 0)
    .flatMap(({ heading, notes }) => [
      heading === null ? '' : `### ${markdownLine(heading)}`,
      notes.map((note) => noteItem(note)).join('\n'),
    ])
}

/** The themes with their votes and notes, and how the votes fell. */
export function markdownThemes({ themes, vote }: ReportFindings): readonly string[] {
  return [...themes.map(themePart), vote === null ? '' : votePart(vote)]
}

function noteItem(note: ReportNote): string {
  const { text, author, discussion } = note
  const linked = markdownLinkedTo(note)
  const by = author === null ? '' : ` — ${markdownLine(author)}`
  const said = discussion.trim() === '' ? '' : `\n  - Said about it: ${indented(markdownItem(discussion))}`
  return `- ${markdownItem(text)}${by}${said}${linked === '' ? '' : `\n  - ${linked}`}`
}

function indented(item: string): string {
  return item.replaceAll('\n', '\n  ')
}

function themePart(theme: ReportTheme): string {
  const { label, votes, notes, discussion } = theme
  const counted = votes === null ? '' : ` (${votesText(votes)})`
  const items = notes.map(({ text, section }) => `- ${markdownItem(text)} *(${markdownLine(section)})*`)
  return [`### ${markdownLine(label)}${counted}`, items.join('\n'), markdownProse(discussion), markdownLinkedTo(theme)]
    .filter((part) => part !== '')
    .join('\n\n')
}

function votePart(vote: ReportVote): string {
  const { ranking, counted, late } = vote
  const rows = ranking.map(({ place, words, votes }) => `| ${place} | ${markdownLine(words)} | ${votes} |`)
  const table = rows.length === 0 ? '' : ['| Place | What | Votes |', '|---|---|---|', ...rows].join('\n')
  const waiting = late === 0 ? '' : ` ${late === 1 ? 'One late ballot waits' : `${late} late ballots wait`} uncounted.`
  const sum = `${turnoutText(vote, counted)}${waiting}`
  return ['### What matters most', table, sum].filter((part) => part !== '').join('\n\n')
}
