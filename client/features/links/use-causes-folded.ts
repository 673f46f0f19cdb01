import { keepsCausesFolded } from '../../../shared/review/agenda.ts'
import { usePhase } from '../../session/hooks.ts'

/** Before the discussion a link would say what somebody takes for a cause, and anchor everyone. */
export function useCausesFolded(): boolean {
  return keepsCausesFolded(usePhase().kind)
}
