import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useFlatText, usePhase } from '../../session/hooks.ts'
import type { IncidentText } from '../../session/text/texts.ts'
import { useMayEditRecord } from '../../session/use-may-edit.ts'
import { Fold } from './Fold.tsx'

interface ProseProps {
  readonly field: IncidentText
  readonly title: string
  readonly prompt: string
}

const proseLook =
  'block min-h-14 field-sizing-content resize-none rounded-md border border-transparent bg-transparent px-2.5 py-1.5 -mx-2.5 ' +
  'w-[calc(100%+1.25rem)] hover:not-read-only:border-line-strong focus-visible:border-focus focus-visible:bg-surface'

/** One text of the record that everyone writes together. */
export function Prose({ field, title, prompt }: ProseProps) {
  const handle = useFlatText(field)
  const mayEdit = useMayEditRecord()
  return (
    <section>
      <h3 className="font-medium">{title}</h3>
      <CollaborativeText
        handle={handle}
        label={title}
        placeholder={mayEdit ? prompt : 'Nothing written yet.'}
        multiline
        readOnly={!mayEdit}
        className={proseLook}
      />
    </section>
  )
}

/** The texts of the record, in the order in which they are told. */
export function RecordProse() {
  return (
    <div className="space-y-4">
      <Prose
        field="summary"
        title="Summary"
        prompt="What happened, in three sentences that somebody from another team understands."
      />
      <Prose
        field="impactUsers"
        title="Impact on users"
        prompt="Who noticed what, how many, where? Which journeys failed?"
      />
      <Prose
        field="impactBusiness"
        title="Impact on the business"
        prompt="Revenue, operations, reputation, customers, compliance."
      />
      <Prose field="resolution" title="Resolution" prompt="What contained it, and what ended it." />
      <RootCause />
    </div>
  )
}

/** Folded away until there is something to discuss. [FACTS3] */
function RootCause() {
  const { kind } = usePhase()
  const isEarly = kind === 'welcome' || kind === 'facts' || kind === 'reflect'
  return (
    <Fold
      title="Root cause"
      hint={isEarly ? 'Folded away until the discussion, so that it anchors nobody.' : null}
      isOpen={!isEarly}
    >
      <div className="space-y-4">
        <Prose
          field="rootCause"
          title="Root cause in one sentence"
          prompt="What in the system made this possible, in one clear sentence?"
        />
        <Prose
          field="technicalDetails"
          title="Technical details"
          prompt="Components, failure modes, code, configuration; and the evidence for it."
        />
      </div>
    </Fold>
  )
}
