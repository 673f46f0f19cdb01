import { Copy, PenLine, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { agendaFor } from '../../../shared/review/agenda-lengths.ts'
import { copyTitle, layoutText, type OwnTemplate } from '../../../shared/review/own-template.ts'
import { templates as shipped, templateIds } from '../../../shared/review/templates.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.ts'
import { TemplateEditor } from './TemplateEditor.tsx'

interface TemplatesDialogProps {
  readonly templates: readonly OwnTemplate[]
  readonly newId: () => string
  readonly onChange: (templates: readonly OwnTemplate[]) => void
  /** The id of a template that is shipped, or `mine/<id>`. */
  readonly onUse: (kind: string) => void
  readonly onClose: () => void
}

/** What reviews can begin with: what is shipped, to be used or copied, and what one made of it. */
export function TemplatesDialog({ templates, newId, onChange, onUse, onClose }: TemplatesDialogProps) {
  const [edited, edit] = useState<OwnTemplate | null>(null)
  const copy = (template: Omit<OwnTemplate, 'id'>) => {
    const taken = templates.map(({ title }) => title)
    edit({ ...template, id: newId(), title: copyTitle(template.title, taken) })
  }
  const save = (template: OwnTemplate) => {
    const isKnown = templates.some(({ id }) => id === template.id)
    onChange(isKnown ? templates.map((each) => (each.id === template.id ? template : each)) : [...templates, template])
    edit(null)
  }
  const remove = (template: OwnTemplate) => {
    onChange(templates.filter(({ id }) => id !== template.id))
    toast({
      title: `“${template.title}” is deleted`,
      action: { label: 'Undo', onClick: () => onChange(templates) },
    })
  }
  if (edited !== null)
    return <TemplateEditor template={edited} newId={newId} onSave={save} onClose={() => edit(null)} />

  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title="Templates"
      description="What a review begins with. Yours are kept by this browser; a board’s menu saves more."
    >
      {templates.length > 0 && (
        <Group title="Yours">
          {templates.map((template) => (
            <Row
              key={template.id}
              title={template.title}
              text={layoutText(template)}
              onUse={() => onUse(`mine/${template.id}`)}
              onCopy={() => copy(template)}
            >
              <IconButton label={`Change ${template.title}`} icon={<PenLine />} onClick={() => edit(template)} />
              <IconButton label={`Delete ${template.title}`} icon={<Trash2 />} onClick={() => remove(template)} />
            </Row>
          ))}
        </Group>
      )}
      <Group title="Shipped">
        {templateIds.map((id) => {
          const { title, hint, kinds, sections } = shipped[id]
          return (
            <Row
              key={id}
              title={title}
              text={hint}
              onUse={() => onUse(id)}
              onCopy={() => copy({ title, sections, agenda: agendaFor(60, newId, kinds), settings: {} })}
            />
          )
        })}
      </Group>
    </Dialog>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="not-first:mt-5">
      <h3 className="text-sm text-ink-soft">{title}</h3>
      <ul className="divide-y divide-line">{children}</ul>
    </section>
  )
}

interface RowProps {
  readonly title: string
  readonly text: string
  readonly onUse: () => void
  readonly onCopy: () => void
  readonly children?: ReactNode
}

function Row({ title, text, onUse, onCopy, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium wrap-anywhere">{title}</p>
        <p className="text-sm text-ink-soft">{text}</p>
      </div>
      <span className="flex items-center">
        {children}
        <IconButton label={`Duplicate ${title}`} icon={<Copy />} onClick={onCopy} />
        <Button size="sm" className="ml-2" aria-label={`Start with ${title}`} onClick={onUse}>
          Use
        </Button>
      </span>
    </li>
  )
}
