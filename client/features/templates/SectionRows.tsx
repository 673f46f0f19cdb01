import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from 'lucide-react'
import { personColors } from '../../../shared/review/names.ts'
import type { Section } from '../../../shared/review/session.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Field, TextArea, TextInput } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { icons } from '../../ui/section-icons.ts'
import { useRows } from '../../ui/use-rows.ts'

interface SectionRowsProps {
  readonly sections: readonly Section[]
  readonly newId: () => string
  readonly onChange: (sections: readonly Section[]) => void
}

/** The columns of a board: their titles, colours, icons, prompts and order. */
export function SectionRows({ sections, newId, onChange }: SectionRowsProps) {
  const rows = useRows(sections, nameOf, onChange)
  const add = () => {
    const color = personColors.find((each) => !sections.some((section) => section.color === each)) ?? 'teal'
    onChange([...sections, { id: newId(), title: '', prompts: [], icon: 'message-circle', color, votable: true }])
  }
  return (
    <>
      <ul className="divide-y divide-line">
        {sections.map((section, index) => (
          <SectionRow
            key={section.id}
            section={section}
            index={index}
            isFirst={index === 0}
            isLast={index === sections.length - 1}
            onChange={(change) =>
              onChange(sections.map((each) => (each.id === section.id ? { ...each, ...change } : each)))
            }
            onMove={(by) => rows.move(index, by)}
            onRemove={() => rows.remove(index)}
          />
        ))}
      </ul>
      <Button className="mt-3" icon={<Plus />} onClick={add}>
        Add a section
      </Button>
    </>
  )
}

const nameOf = ({ title }: Section, index: number) => title || `section ${index + 1}`

function SectionRow({
  section,
  index,
  isFirst,
  isLast,
  onChange,
  onMove,
  onRemove,
}: {
  readonly section: Section
  readonly index: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (change: Partial<Section>) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}) {
  const name = nameOf(section, index)
  return (
    <li data-hue={section.color} className="py-3">
      <div className="flex flex-wrap items-center gap-2 sm:flex-nowrap">
        <Icon name={section.icon} className="size-5 shrink-0 text-hue" />
        <TextInput
          aria-label={`Title of section ${index + 1}`}
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
      <details className="group/more mt-1 ml-7">
        <summary className="inline-flex min-h-8 cursor-pointer items-center gap-1 text-sm text-ink-soft hover:text-ink">
          <ChevronRight aria-hidden="true" className="size-3.5 transition-transform group-open/more:rotate-90" />
          Prompts and voting
        </summary>
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

/** Without what was left empty. */
export function tidiedSection(section: Section): Section & { prompts: string[] } {
  return {
    ...section,
    title: section.title.trim(),
    prompts: section.prompts.map((prompt) => prompt.trim()).filter((prompt) => prompt !== ''),
  }
}
