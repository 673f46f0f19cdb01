import { useEffect, useRef } from 'react'
import { currentItem } from '../../../shared/review/agenda.ts'
import { takeBackLeft } from '../../../shared/review/take-back.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { closeToast } from '../../ui/toast.ts'
import { offerToTakeBack, takeBackToast } from './use-move.ts'

/** A step that another facilitator took, or that came by itself, can be taken back from here, too. One’s own is offered again in its place. */
export function useStepsOfOthers(): void {
  const session = useSession()
  const move = useSessionFacts((facts) => facts.lastMove ?? null)
  const before = useRef(move?.at)
  useEffect(() => {
    if (move?.at === before.current) return
    before.current = move?.at
    // Somebody took it back, or is elsewhere by now: nothing is offered that does not hold.
    closeToast(takeBackToast)
    if (move === null) return
    const facts = session.view.session.get()
    const left = takeBackLeft(facts, session.clock.now())
    const item = currentItem(facts)
    if (left === 0 || item === null) return
    offerToTakeBack(session, move.byItself ? `By itself: ${item.title}` : `Now: ${item.title}`, item.id, left)
  }, [session, move])
}
