import { Copy, Trash2 } from 'lucide-react'
import type { Unsaved, UnsavedBecause } from '../../session/salvage/unsaved.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'

const reasons: Readonly<Record<UnsavedBecause, string>> = {
  observer: 'You were watching only by then.',
  'server-only': 'This is written by the server alone.',
  'not-the-author': 'Only its author may change this.',
  'board-closed': 'The review was finished by then.',
  'board-locked': 'Only facilitators could write by then.',
  'removed-from-board': 'You were no longer on the review.',
  'no-such-entry': 'What it belonged to is not there any more.',
  'not-valid': 'It did not fit in its place.',
  'no-such-board': 'The review was deleted.',
  'board-full': 'The review was full by then.',
  'desk-full': 'Your notes that nobody sees yet take all the room that one person has.',
  'too-many-entries': 'There was no room for more of its kind.',
  'not-accepted': 'The board did not take it.',
  'not-in-backup': 'It was on the board, and the server’s backup lacks it.',
}

/** Words that are not on the board, to copy; with `onLetGo` each can be let go of alone. */
export function UnsavedList({
  words,
  onLetGo,
}: {
  readonly words: readonly Unsaved[]
  readonly onLetGo?: (key: string) => void
}) {
  return (
    <ul className="divide-y divide-line">
      {words.map((each) => (
        <li key={each.key} className="py-3">
          <p className="text-sm text-ink-soft">
            {each.where}. {reasons[each.because]}
          </p>
          <p className="my-2 whitespace-pre-wrap">{each.text}</p>
          <div className="flex gap-2">
            <Button size="sm" icon={<Copy />} onClick={() => void copy(each.text)}>
              Copy
            </Button>
            {onLetGo && (
              <Button size="sm" variant="ghost" icon={<Trash2 />} onClick={() => onLetGo(each.key)}>
                Let go
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    announce('Copied')
  } catch {
    announce('This browser did not let me copy. Select the text and copy it yourself.')
  }
}
