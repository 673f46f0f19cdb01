import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { personColors } from '../../../shared/review/names.ts'
import type { Section } from '../../../shared/review/session.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextArea, TextInput } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { moved } from '../../ui/moved.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { icons } from '../../ui/section-icons.ts'

/** The columns of the board. One that holds notes can be renamed and moved, but not removed. */
export function SectionsDialog({ newId, onClose }: { readonly newId: () => string; readonly onClose: () => void }) {
  const session = useSession()
  const agreed = useSessionFacts((facts) => facts.sections)
  const [sections, setSections] = useState<readonly Section[]>(agreed)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const save = async () => {
    setBusy(true)
    const answer = await session.command({ type: 'sections.set', sections: sections.map(tidied) })
    setBusy(false)
    if (answer.allowed) onClose()
    else setProblem(answer.reason.detail)
  }
  const add = () => {
    const color = personColors.find((each) => !sections.some((section) => section.color === each)) ?? 'teal'
    setSections([...sections, { id: newId(), title: '', prompts: [], icon: 'message-circle', color, votable: true }])
  }

  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title="Sections"
      description="The columns in which notes are written."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={sections.some(({ title }) => title.trim() === '')}
            onClick={() => void save()}
          >
            Save the sections
          </Button>
        </>
      }
    >
      {problem && (
        <div className="mb-3">
          <ProblemNote title="The sections are as they were">{problem}</ProblemNote>
        </div>
      )}
      <ul className="divide-y divide-line">
        {sections.map((section, index) => (
          <SectionRow
            key={section.id}
            section={section}
            place={index + 1}
            isFirst={index === 0}
            isLast={index === sections.length - 1}
            onChange={(change) =>
              setSections(sections.map((each) => (each.id === section.id ? { ...each, ...change } : each)))
            }
            onMove={(by) => setSections(moved(sections, index, by))}
            onRemove={() => setSections(sections.filter(({ id }) => id !== section.id))}
          />
        ))}
      </ul>
      <Button className="mt-3" icon={<Plus />} onClick={add}>
        Add a section
      </Button>
    </Dialog>
  )
}

function SectionRow({
  section,
  place,
  isFirst,
  isLast,
  onChange,
  onMove,
  onRemove,
}: {
  readonly section: Section
  readonly place: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (change: Partial<Section>) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}) {
  const name = section.title || `section ${place}`
  return (
    <li data-hue={section.color} className="py-3">
      <div className="flex flex-wrap items-center gap-2 sm:flex-nowrap">
        <Icon name={section.icon} className="size-5 shrink-0 text-hue" />
        <TextInput
          aria-label={`Title of section ${place}`}
          value={section.title}
          maxLength={100}
          placeholder="Title"
          onChange={(event) => onChange({ title: event.target.value })}
          className="min-w-0 flex-1 max-sm:basis-[calc(100%-2rem)]"
        />
        <Select
          label={`Colour of ${name}`}
          value={section.color}
          options={personColors.map((color) => ({ value: color, label: color }))}
          onChange={(color) => onChange({ color })}
        />
        <Select
          label={`Icon of ${name}`}
          value={section.icon}
          options={Object.keys(icons).map((icon) => ({ value: icon, label: icon.replaceAll('-', ' ') }))}
          onChange={(icon) => onChange({ icon })}
        />
        <span className="flex">
          <IconButton label={`Move ${name} up`} icon={<ArrowUp />} disabled={isFirst} onClick={() => onMove(-1)} />
          <IconButton label={`Move ${name} down`} icon={<ArrowDown />} disabled={isLast} onClick={() => onMove(1)} />
          <IconButton label={`Remove ${name}`} icon={<Trash2 />} disabled={isFirst && isLast} onClick={onRemove} />
        </span>
      </div>
      <details className="mt-1 ml-7">
        <summary className="inline-flex min-h-8 items-center text-sm text-ink-soft">Prompts and voting</summary>
        <div className="mt-1 space-y-3">
          <Field label="Prompts" hint="One a line. They help people think, and fill an empty column.">
            <TextArea
              value={section.prompts.join('\n')}
              onChange={(event) => onChange({ prompts: event.target.value.split('\n') })}
            />
          </Field>
          <Switch
            label="Its notes can be voted on"
            checked={section.votable}
            onChange={(votable) => onChange({ votable })}
          />
        </div>
      </details>
    </li>
  )
}

function tidied(section: Section): Section & { prompts: string[] } {
  return {
    ...section,
    title: section.title.trim(),
    prompts: section.prompts.map((prompt) => prompt.trim()).filter((prompt) => prompt !== ''),
  }
}
