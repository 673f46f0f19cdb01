import { Activity, Target } from 'lucide-react'
import type { ReactElement } from 'react'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useFlatText } from '../../session/hooks.ts'
import type { IncidentText } from '../../session/text/texts.ts'
import { useMayEditRecord } from '../../session/use-may-edit.ts'

/** What was seen, apart from what made it possible: the two are easily taken for each other. */
export function Statement() {
  return (
    <div className="grid gap-3 @2xl:grid-cols-2">
      <Said
        field="symptoms"
        icon={<Activity aria-hidden="true" />}
        title="Symptoms"
        hint="What could be seen. Where only these are mended, they come back."
        prompt="Errors, delays, wrong results: what users and dashboards saw"
      />
      <Said
        field="rootCause"
        icon={<Target aria-hidden="true" />}
        title="Root cause"
        hint="What underneath made it possible, in one clear sentence."
        prompt="What in the system made this possible"
      />
    </div>
  )
}

interface SaidProps {
  readonly field: IncidentText
  readonly icon: ReactElement
  readonly title: string
  readonly hint: string
  readonly prompt: string
}

function Said({ field, icon, title, hint, prompt }: SaidProps) {
  const handle = useFlatText(field)
  const mayEdit = useMayEditRecord()
  return (
    <section className="rounded-lg border border-line bg-surface p-3">
      <h3 className="flex items-center gap-1.5 font-medium [&_svg]:size-4 [&_svg]:text-ink-soft">
        {icon}
        {title}
      </h3>
      <p className="text-sm text-ink-soft">{hint}</p>
      <CollaborativeText
        handle={handle}
        label={title}
        placeholder={mayEdit ? prompt : 'Nothing written yet.'}
        multiline
        readOnly={!mayEdit}
        className="-mx-1.5 mt-1 block min-h-8 w-[calc(100%+0.75rem)] field-sizing-content resize-none rounded-md border border-transparent bg-transparent px-1.5 py-1 hover:not-read-only:border-line-strong"
      />
    </section>
  )
}
