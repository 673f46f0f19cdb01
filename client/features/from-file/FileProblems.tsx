import type { FileProblem } from '../../../shared/report/read-board-file.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

/** So many are shown: whoever mends a file looks again. */
const most = 100

/** What is wrong with a file, and where. */
export function FileProblems({ name, problems }: { readonly name: string; readonly problems: readonly FileProblem[] }) {
  return (
    <ProblemNote title={`${name} can't be imported, and nothing was changed`}>
      <ul aria-label="What is wrong with it" className="max-h-60 space-y-0.5 overflow-y-auto">
        {problems.slice(0, most).map(({ where, what }) => (
          <li key={`${where} ${what}`} className="wrap-anywhere">
            {where !== null && <span className="font-medium">{where}: </span>}
            {what}
          </li>
        ))}
        {problems.length > most && <li>… and {problems.length - most} more</li>}
      </ul>
    </ProblemNote>
  )
}
