import type { ReportNote, ReportSection, ReportTheme, ReportVote } from '../../../shared/report/findings.ts'
import { roomText, votersText, votesText } from '../../../shared/report/votes-text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { LinkedTo } from './LinkedTo.tsx'
import { Prose } from './Prose.tsx'

/** The notes as they stand in their sections, with what was said about them. */
export function ReportNotes({ sections }: { readonly sections: readonly ReportSection[] }) {
  return (
    <div className="space-y-6">
      {sections.map(({ section, notes }) => (
        <div key={section.id} data-hue={section.color}>
          <h3 className="mb-1 flex items-center gap-2 font-semibold print:break-after-avoid">
            <span className="text-hue">
              <Icon name={section.icon} />
            </span>
            {section.title}
          </h3>
          <ul className="space-y-1.5">
            {notes.map((note) => (
              <Note key={note.id} note={note} aside={note.author} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function Note({ note, aside }: { readonly note: ReportNote; readonly aside: string | null }) {
  return (
    <li className="ml-5 list-disc break-inside-avoid wrap-anywhere marker:text-ink-faint">
      <span className="whitespace-pre-wrap">{note.text}</span>
      {aside !== null && <span className="ml-2 text-sm text-ink-soft">{aside}</span>}
      {note.discussion.trim() !== '' && (
        <div className="mt-0.5 border-l-2 border-line pl-3 text-ink-soft">
          <Prose text={note.discussion} />
        </div>
      )}
      <LinkedTo links={note.linkedTo} />
    </li>
  )
}

/** The themes, the most voted for first. */
export function ReportThemes({ themes }: { readonly themes: readonly ReportTheme[] }) {
  return (
    <div className="space-y-5">
      {themes.map(({ id, label, votes, notes, discussion, linkedTo }) => (
        <div key={id}>
          <h3 className="mb-1 font-semibold print:break-after-avoid">
            {label}
            {votes !== null && (
              <span className="tabular ml-2 text-sm font-normal text-ink-soft">{votesText(votes)}</span>
            )}
          </h3>
          <ul className="space-y-1">
            {notes.map((note) => (
              <Note key={note.id} note={{ ...note, discussion: '', linkedTo: [] }} aside={note.section} />
            ))}
          </ul>
          <Prose text={discussion} />
          <LinkedTo links={linkedTo} />
        </div>
      ))}
    </div>
  )
}

/** How the votes fell, and that they add up. */
export function ReportVotes({ vote }: { readonly vote: ReportVote }) {
  const { ranking, cast, counted, late } = vote
  return (
    <>
      {ranking.length > 0 && (
        <table className="w-full">
          <thead>
            <tr className="text-left text-sm text-ink-soft">
              <th scope="col" className="w-12 pb-1 font-normal">
                Place
              </th>
              <th scope="col" className="pb-1 font-normal">
                What
              </th>
              <th scope="col" className="w-40 pb-1 font-normal max-sm:w-20">
                Votes
              </th>
            </tr>
          </thead>
          <tbody>
            {ranking.map(({ target, place, words, votes, share }) => (
              <tr key={target} className="break-inside-avoid border-t border-line align-top">
                <td className="tabular py-1.5">{place}</td>
                <td className="py-1.5 pr-4 wrap-anywhere">{words}</td>
                <td className="py-1.5">
                  <span className="flex items-center gap-2">
                    <span className="tabular w-6 shrink-0 text-right">{votes}</span>
                    <Meter
                      label={`Votes for ${words}`}
                      value={share}
                      max={1}
                      text={votesText(votes)}
                      className="flex-1 max-sm:hidden"
                    />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="mt-2 text-sm text-ink-soft">
        {votesText(cast)} cast by {votersText(vote)}, {counted} counted.
        {roomText(vote)}
        {late > 0 && ` ${late === 1 ? 'One late ballot waits' : `${late} late ballots wait`} uncounted.`}
      </p>
    </>
  )
}
