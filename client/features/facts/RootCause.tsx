import { PenLine } from 'lucide-react'
import { useMemo } from 'react'
import { lightMarkdown } from '../../../shared/report/light-markdown.ts'
import { keepsCausesFolded } from '../../../shared/review/agenda.ts'
import { useFlat, usePhase } from '../../session/hooks.ts'
import { LightMarkdown } from '../../session/LightMarkdown.tsx'
import { rootCauseFocus, usePanels } from '../../session/panels.tsx'
import { useMayEditRecord } from '../../session/use-may-edit.ts'
import { Button } from '../../ui/Button.tsx'
import { Fold } from './Fold.tsx'
import { Prose } from './Prose.tsx'

/** Folded away until there is something to discuss. [FACTS3] What is written beside the whys is read here. [CAUSEUI3] */
export function RootCause() {
  const isEarly = keepsCausesFolded(usePhase().kind)
  const panels = usePanels()
  const mayEdit = useMayEditRecord()
  return (
    <div className="border-t border-line pt-3">
      <Fold
        title="Root cause"
        hint={isEarly ? 'Folded away until the discussion, so that it anchors nobody.' : null}
        isOpen={!isEarly}
      >
        <div className="space-y-2">
          <Stated field="symptoms" title="Symptoms" />
          <Stated field="rootCause" title="Root cause in one sentence" />
          <Button size="sm" icon={<PenLine />} onClick={() => panels.open('incident', rootCauseFocus)}>
            {mayEdit ? 'Write both beside the whys' : 'Show the whys'}
          </Button>
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

function Stated({ field, title }: { readonly field: 'symptoms' | 'rootCause'; readonly title: string }) {
  const text = useFlat('incident', (incident) => incident[field])
  const blocks = useMemo(() => lightMarkdown(text), [text])
  return (
    <div>
      <h4 className="font-medium">{title}</h4>
      {text.trim() === '' ? <p className="text-ink-faint">Nothing written yet.</p> : <LightMarkdown blocks={blocks} />}
    </div>
  )
}
