import { Equal } from 'lucide-react'
import { useState } from 'react'
import { openRoundOf } from '../../../shared/review/round.ts'
import type { Target } from '../../../shared/review/session.ts'
import { useSession } from '../../session/context.tsx'
import { useEntries, useMe, usePhase } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { openRound } from './open-round.ts'

interface Props {
  /** Id of the round that ended in it. */
  readonly of: string
  readonly tied: readonly Target[]
  readonly place: number
}

/** Those that share a place; a facilitator may let everybody choose between them, with one vote each. */
export function Tie({ of, tied, place }: Props) {
  const session = useSession()
  const leads = useMe().role === 'facilitator'
  const { item } = usePhase()
  const isOpen = useEntries('results', (rounds) => openRoundOf(rounds, item.id) !== null)
  const [busy, setBusy] = useState(false)
  const vote = async () => {
    setBusy(true)
    await openRound(
      session,
      { targets: [...tied], breaks: of, votes: 1, maxPerTarget: 1 },
      'One vote each, between equals',
    )
    setBusy(false)
  }
  return (
    <li className="flex list-none flex-wrap items-center gap-x-3 gap-y-1 px-4 pb-2 text-sm text-ink-soft">
      <Equal aria-hidden="true" className="size-4" />
      {tied.length} share place {place}
      {leads && !isOpen && (
        <Button size="sm" busy={busy} onClick={() => void vote()}>
          Vote between them
        </Button>
      )}
    </li>
  )
}
