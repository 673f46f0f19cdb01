import { useCallback } from 'react'
import { describeMove, endsForOthers, type MoveCounts, type MovePlan, planMove } from '../../../shared/review/move.ts'
import { takeBackMs } from '../../../shared/review/take-back.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useSession } from '../../session/context.tsx'
import { useEntries, usePeople, usePresence, useSessionFacts } from '../../session/hooks.ts'
import { toast } from '../../ui/toast.ts'
import { moveCounts, type NotDone, notDone } from './move-counts.ts'

/** A phase one could go to, and what going there would do. */
export interface Move {
  readonly plan: MovePlan
  /** `Next: Discuss · reveals 31 notes · 2 still writing`. */
  readonly sentence: string
  /** It ends something for somebody who is not done: ask first. */
  readonly endsForOthers: boolean
  /** Names of who is still at it, where the board tells. */
  readonly notDone: readonly string[]
}

/** The move to a phase as things stand; null where there is nothing to move to. */
export function useMoveTo(phase: string | null): Move | null {
  const { me } = useSession()
  const facts = useSessionFacts(({ agenda, phase, settings }) => ({ agenda, phase, settings }))
  const rounds = useEntries('results', (all) => all, Object.is)
  const counts = usePresence((byPerson, server) => moveCounts(byPerson, server, me.id))
  const people = usePeople()
  const names = usePresence((byPerson, server) => notDone(people, byPerson, server, me.id))
  return phase === null ? null : moveTo(facts, rounds, phase, counts, names)
}

function moveTo(
  facts: Parameters<typeof planMove>[0],
  rounds: Parameters<typeof planMove>[1],
  phase: string,
  counts: MoveCounts,
  names: NotDone,
): Move | null {
  const plan = planMove(facts, rounds, phase)
  if (!plan.allowed) return null
  return {
    plan: plan.value,
    sentence: describeMove(plan.value, counts),
    endsForOthers: endsForOthers(plan.value, counts),
    notDone: plan.value.closes.length > 0 ? names.voting : plan.value.publishesDrafts ? names.writing : [],
  }
}

/** The id of the toast that offers it. */
export const takeBackToast = 'phase'

/** Later the stepper still leads back. */
export function offerToTakeBack(session: BoardSession, title: string, from: string, forMs: number): void {
  const takeBack = async () => {
    const answer = await session.command({ type: 'phase.undo', from })
    if (!answer.allowed)
      toast({ title: 'The step was not taken back', description: answer.reason.detail, tone: 'danger' })
  }
  toast({ id: takeBackToast, title, forMs, action: { label: 'Take back', onClick: () => void takeBack() } })
}

/** Goes to a phase, says so, and offers the way back. The timer starts along with it when going forward. */
export function useGo(): (plan: MovePlan) => Promise<void> {
  const session = useSession()
  const agenda = useSessionFacts((facts) => facts.agenda)
  const phase = useSessionFacts((facts) => facts.phase)
  return useCallback(
    async ({ to, forward }: MovePlan) => {
      const from = agenda.find((item) => item.id === phase)
      const answer = await session.command({
        type: 'phase.go',
        phase: to.id,
        from: phase,
        timer: forward && to.minutes !== null && to.endsAt === undefined,
      })
      if (!answer.allowed) {
        toast({ title: 'The phase did not change', description: answer.reason.detail, tone: 'danger' })
        return
      }
      if (from === undefined) return
      offerToTakeBack(session, `Now: ${to.title}`, to.id, takeBackMs)
    },
    [session, agenda, phase],
  )
}
