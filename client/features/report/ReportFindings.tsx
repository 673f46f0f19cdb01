import type { ReportNote, ReportSection, ReportTheme, ReportVote } from '../../../shared/report/findings.ts'
import { turnoutText, votesText } from '../../../shared/report/votes-text.ts'
import { target } from '../../../shared/review/target.ts'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { LinkedTo } from './LinkedTo.tsx'
import { Prose } from './Prose.tsx'
import { usePlace } from './places.tsx'

/** The notes of some sections as they stand there, with what was said about them. */
export function ReportNotes({ sections }: { readonly sections: readonly ReportSection[] }) {
  return sections.map(({ section, heading, notes }) => (
    <div key={section.id} data-hue={section.color}>
      {heading !== null && (
        <h3 className="mb-1 flex items-center gap-2 font-semibold print:break-after-avoid">
          <span className="text-hue">
            <Icon name={section.icon} />
          </span>
          {heading}
        </h3>
      )}
      <ul className="space-y-1.5">
        {notes.map((note) => (
          <Note key={note.id} note={note} />
        ))}
      </ul>
    </div>
  ))
}

const noteLook = 'ml-5 list-disc break-inside-avoid wrap-anywhere marker:text-ink-faint'

function Note({ note }: { readonly note: ReportNote }) {
  const { className, ...place } = usePlace(target('note', note.id))
  return (
    <li {...place} className={classes(className, noteLook)}>
      <span className="whitespace-pre-wrap">{note.text}</span>
      {note.author !== null && <span className="ml-2 text-sm text-ink-soft">{note.author}</span>}
      {note.discussion.trim() !== '' && (
        <div className="mt-0.5 border-l-2 border-line pl-3 text-ink-soft">
          <Prose text={note.discussion} />
        </div>
      )}
      <LinkedTo links={note.linkedTo} />
    </li>
  )
}

/** A theme with its notes, each of which is told in full where its section is. */
export function Theme({ theme: { id, label, votes, notes, discussion, linkedTo } }: { readonly theme: ReportTheme }) {
  const { className, ...place } = usePlace(target('theme', id))
  return (
    <div>
      <h3 {...place} className={classes(className, 'mb-1 font-semibold print:break-after-avoid')}>
        {label}
        {votes !== null && <span className="tabular ml-2 text-sm font-normal text-ink-soft">{votesText(votes)}</span>}
      </h3>
      <ul className="space-y-1">
        {notes.map((note) => (
          <li key={note.id} className={noteLook}>
            <span className="whitespace-pre-wrap">{note.text}</span>
            <span className="ml-2 text-sm text-ink-soft">{note.section}</span>
          </li>
        ))}
      </ul>
      <Prose text={discussion} />
      <LinkedTo links={linkedTo} />
    </div>
  )
}

/** How the votes fell, and that they add up. */
export function ReportVotes({ vote }: { readonly vote: ReportVote }) {
  const { ranking, counted, late } = vote
  return (
    <div>
      <h3 className="mb-2 font-semibold print:break-after-avoid">What matters most</h3>
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
        {turnoutText(vote, counted)}
        {late > 0 && ` ${late === 1 ? 'One late ballot waits' : `${late} late ballots wait`} uncounted.`}
      </p>
    </div>
  )
}
