import { Hourglass } from 'lucide-react'
import { useDraft } from '../../session/hooks.ts'

/**
 * What of my draft the anonymous note that it became does not show yet: on an anonymous board a change made while away
 * waits for something of somebody else. [ANON6]
 */
export function useWaitingChange(id: string): { readonly words: string | null; readonly isTakenBack: boolean } {
  const draft = useDraft(id)
  if (draft?.published === undefined) return nothing
  const isTakenBack = draft.removed !== undefined && draft.takenBack !== true
  const words = draft.text === draft.published ? null : draft.text
  return { words, isTakenBack }
}

const nothing = { words: null, isTakenBack: false }

/** Says so to its author alone; not for the blink of an eye that it takes while the board is at hand. */
export function WaitingChange({ isTakenBack }: { readonly isTakenBack: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5 transition-opacity delay-700 starting:opacity-0">
      <Hourglass className="size-3.5" aria-hidden />
      {isTakenBack ? 'You took it back: waiting to leave the board' : 'Your change is waiting to be published'}
    </span>
  )
}
