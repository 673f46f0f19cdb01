import { target } from '../review/target.ts'
import type { NotesPart, ReportFindings, ReportNote, ReportTheme, ReportVote } from './findings.ts'
import { htmlLinkedTo, htmlPlace } from './html-links.ts'
import { htmlLines, htmlProse, htmlText } from './html-text.ts'
import { turnoutText, votesText } from './votes-text.ts'

/** The notes of one part of the report, section by section. */
export function htmlNotes({ sections }: ReportFindings, part: NotesPart): readonly string[] {
  return sections
    .filter((each) => each.part === part && each.notes.length > 0)
    .flatMap(({ heading, notes }) => [
      heading === null ? '' : `<h3>${htmlText(heading)}</h3>`,
      `<ul>${notes.map(noteItem).join('')}</ul>`,
    ])
}

/** The themes with their votes and notes, and how the votes fell. */
export function htmlThemes({ themes, vote }: ReportFindings): readonly string[] {
  return [...themes.map(themePart), vote === null ? '' : votePart(vote)]
}

function noteItem(note: ReportNote): string {
  const { id, text, author, discussion } = note
  const by = author === null ? '' : ` <small>${htmlText(author)}</small>`
  const said = discussion.trim() === '' ? '' : `<div class="soft">${htmlProse(discussion)}</div>`
  return `<li${htmlPlace(target('note', id), note)}>${htmlLines(text)}${by}${said}${htmlLinkedTo(note)}</li>`
}

function themePart(theme: ReportTheme): string {
  const { id, label, votes, notes, discussion } = theme
  const counted = votes === null ? '' : ` <small>${votesText(votes)}</small>`
  const items = notes.map(({ text, section }) => `<li>${htmlLines(text)} <small>${htmlText(section)}</small></li>`)
  const linked = htmlLinkedTo(theme)
  return [
    `<h3${htmlPlace(target('theme', id), theme)}>${htmlText(label)}${counted}</h3>`,
    items.length === 0 ? '' : `<ul>${items.join('')}</ul>`,
    htmlProse(discussion),
    linked === '' ? '' : `<p>${linked}</p>`,
  ].join('')
}

function votePart(vote: ReportVote): string {
  const { ranking, counted, late } = vote
  const rows = ranking.map(
    ({ place, words, votes, share }) =>
      `<tr><td class="number" data-label="Place">${place}</td><td>${htmlText(words)}</td><td class="number">${votesText(votes)}</td><td>${meter(share)}</td></tr>`,
  )
  const waiting = late === 0 ? '' : ` ${late === 1 ? 'One late ballot waits' : `${late} late ballots wait`} uncounted.`
  const head = '<thead><tr><th>Place</th><th>What</th><th>Votes</th><th>Share</th></tr></thead>'
  return [
    '<h3>What matters most</h3>',
    rows.length === 0 ? '' : `<table>${head}<tbody>${rows.join('')}</tbody></table>`,
    `<p class="soft">${turnoutText(vote, counted)}${waiting}</p>`,
  ].join('\n')
}

function meter(share: number): string {
  const width = (share * 140).toFixed(1)
  return `<svg class="meter" viewBox="0 0 140 8" aria-hidden="true"><rect class="track" width="140" height="8" rx="2"/><rect class="votes" width="${width}" height="8" rx="2"/></svg>`
}
