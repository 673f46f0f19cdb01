import { useState } from 'react'
import { phaseTitles } from '../../../shared/review/agenda.ts'
import type { OwnTemplate } from '../../../shared/review/own-template.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { PhaseRows } from './PhaseRows.tsx'
import { SectionRows, tidiedSection } from './SectionRows.tsx'

interface TemplateEditorProps {
  readonly template: OwnTemplate
  readonly newId: () => string
  readonly onSave: (template: OwnTemplate) => void
  readonly onClose: () => void
}

/** One of my templates: its name, its sections, its phases. Reviews that began with it stay as they are. */
export function TemplateEditor({ template, newId, onSave, onClose }: TemplateEditorProps) {
  const [draft, setDraft] = useState(template)
  const lacksTitle = draft.title.trim() === '' || draft.sections.some(({ title }) => title.trim() === '')
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title="Template"
      description="What a review begins with. Reviews that began with it stay as they are."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={lacksTitle} onClick={() => onSave(tidied(draft))}>
            Save the template
          </Button>
        </>
      }
    >
      <div className="space-y-6">
        <Field label="Name of the template">
          <TextInput
            value={draft.title}
            maxLength={100}
            onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          />
        </Field>
        <section aria-labelledby="template-sections">
          <h3 id="template-sections" className="font-semibold">
            Sections
          </h3>
          <SectionRows
            sections={draft.sections}
            newId={newId}
            onChange={(sections) => setDraft({ ...draft, sections })}
          />
        </section>
        <section aria-labelledby="template-phases">
          <h3 id="template-phases" className="font-semibold">
            Phases
          </h3>
          <PhaseRows agenda={draft.agenda} onChange={(agenda) => setDraft({ ...draft, agenda })} />
        </section>
      </div>
    </Dialog>
  )
}

function tidied({ title, agenda, sections, ...template }: OwnTemplate): OwnTemplate {
  return {
    ...template,
    title: title.trim(),
    agenda: agenda.map((phase) => ({ ...phase, title: phase.title.trim() || phaseTitles[phase.kind] })),
    sections: sections.map(tidiedSection),
  }
}
