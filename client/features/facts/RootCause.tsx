import { keepsCausesFolded } from '../../../shared/review/agenda.ts'
import { usePhase } from '../../session/hooks.ts'
import { Fold } from './Fold.tsx'
import { Prose } from './Prose.tsx'

/** Folded away until there is something to discuss. [FACTS3] */
export function RootCause() {
  const isEarly = keepsCausesFolded(usePhase().kind)
  return (
    <div className="border-t border-line pt-3">
      <Fold
        title="Root cause"
        hint={isEarly ? 'Folded away until the discussion, so that it anchors nobody.' : null}
        isOpen={!isEarly}
      >
        <div className="space-y-2">
          <Prose field="symptoms" label="Symptoms" prompt="What was seen, apart from what caused it." />
          <Prose
            field="rootCause"
            label="Root cause in one sentence"
            prompt="What in the system made this possible, in one clear sentence?"
          />
          <Prose
            field="technicalDetails"
            label="Technical details"
            prompt="Components, failure modes, code, configuration."
          />
          <Prose
            field="evidence"
            label="Evidence"
            prompt="Logs, metrics, tests and reproduction, what experts checked."
          />
        </div>
      </Fold>
    </div>
  )
}
