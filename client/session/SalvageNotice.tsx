import { useState } from 'react'
import { useSession } from './context.tsx'
import { useSessionFacts, useUnsaved } from './hooks.ts'
import type { Unsaved, UnsavedBecause } from './salvage/unsaved.ts'

/** Words of mine that are not on the board: to copy, to put there again, or to let go. Nothing where all is well. */
export function SalvageNotice() {
  const { unsaved } = useSession()
  const words = useUnsaved()
  const isOpen = useSessionFacts((session) => session.status === 'open')
  if (words.length === 0) return null

  const isWaitingForReopening = words.some((each) => each.because === 'board-closed')
  return (
    <section aria-labelledby="salvage-title" className="rounded-lg border border-line bg-surface p-4 text-ink">
      <h2 id="salvage-title" className="font-semibold">
        {words.length === 1
          ? 'One thing you wrote is not on the board'
          : `${words.length} things you wrote are not on the board`}
      </h2>
      <p className="mt-1 text-ink-soft">
        They are safe on this device. Copy what you need, or keep them here
        {isWaitingForReopening ? ' until the review is opened again' : ''}.
      </p>
      <SalvageList words={words} onLetGo={unsaved.letGo} />
      {isOpen && (
        <button type="button" className="mt-3 underline" onClick={unsaved.tryAgain}>
          Put them on the board now
        </button>
      )}
    </section>
  )
}

export interface SalvageListProps {
  readonly words: readonly Unsaved[]
  readonly onLetGo: (key: string) => void
}

/** Also for a board that can't be opened any more. */
export function SalvageList({ words, onLetGo }: SalvageListProps) {
  return (
    <ul className="mt-3 flex flex-col gap-3">
      {words.map((each) => (
        <SalvagedWords key={each.key} words={each} onLetGo={() => onLetGo(each.key)} />
      ))}
    </ul>
  )
}

function SalvagedWords({ words, onLetGo }: { readonly words: Unsaved; readonly onLetGo: () => void }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(words.text)
    setCopied(true)
  }
  return (
    <li className="border-t border-line pt-3">
      <p className="text-ink-soft">
        {words.where}: {reasons[words.because]}
      </p>
      <blockquote className="mt-1 whitespace-pre-wrap">{words.text}</blockquote>
      <p className="mt-2 flex gap-4">
        <button type="button" className="underline" aria-label={`Copy: ${words.where}`} onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy'}
        </button>
        <button type="button" className="underline" aria-label={`Discard: ${words.where}`} onClick={onLetGo}>
          Discard
        </button>
      </p>
    </li>
  )
}

const reasons: Readonly<Record<UnsavedBecause, string>> = {
  observer: 'observers only watch this board.',
  'server-only': 'only the facilitator can change this.',
  'not-the-author': 'on this board only the author changes the wording.',
  'board-closed': 'the review was finished before this arrived.',
  'removed-from-board': 'you are not on this board any more.',
  'no-such-entry': 'what it belonged to is not on the board any more.',
  'not-valid': 'the board does not take it as it is.',
  'no-such-board': 'this board does not exist any more.',
  'not-accepted': 'the server did not accept it.',
}
