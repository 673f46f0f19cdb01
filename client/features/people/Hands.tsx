import type { HandOver } from '../../../shared/review/lease.ts'
import { usePeople, useSessionFacts } from '../../session/hooks.ts'
import { clockTime } from '../../ui/times.ts'
import { handText } from './hand-text.ts'

/** Who led when, for everyone to read. */
export function Hands() {
  const hands = useSessionFacts((facts) => facts.hands ?? none)
  const people = usePeople()
  if (hands.length === 0) return null
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? 'nobody'
  return (
    <details className="mt-3 border-t border-line pt-2 text-sm text-ink-soft">
      <summary className="cursor-pointer hover:text-ink">Changes of hands</summary>
      <ol className="mt-1 max-h-40 space-y-1 overflow-y-auto">
        {hands.toReversed().map((hand) => (
          <li key={`${hand.at}-${hand.what}`}>
            <span className="tabular">{clockTime(hand.at)}</span> {handText(hand, nameOf)}
          </li>
        ))}
      </ol>
    </details>
  )
}

const none: readonly HandOver[] = []
