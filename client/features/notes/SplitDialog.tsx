import { useRef, useState } from 'react'
import { useEntryValue, usePlacement } from '../../session/hooks.ts'
import { useThemeVerbs } from '../../session/theme-verbs.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useNoteActions } from './note-actions.ts'
import { count } from './written.ts'

/** Puts some notes of a theme into a new one, which is named at once. */
export function SplitDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const verbs = useThemeVerbs()
  const { open } = useNoteActions()
  const notes = usePlacement().themes.find((each) => each.id === id)?.notes ?? []
  const label = useEntryValue('themes', id, (theme) => theme?.label || 'Theme without a name')
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const isNaming = useRef(false)
  const going = notes.filter((note) => chosen.has(note.id)).map((note) => note.id)

  const split = () => {
    onClose()
    const added = verbs.splitTheme(id, going)
    if (!added.allowed) return
    isNaming.current = true
    open({ naming: added.value })
    toast({
      title: `${count(going.length, 'note', 'notes')} in a theme of ${going.length === 1 ? 'its' : 'their'} own`,
      action: {
        label: 'Undo',
        onClick: () => void verbs.mergeThemes(added.value, id),
      },
    })
  }
  const toggle = (note: string) => {
    const next = new Set(chosen)
    if (!next.delete(note)) next.add(note)
    choose(next)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      givesFocusBack={() => !isNaming.current}
      title={`Split “${label}”`}
      description="What you choose goes into a new theme."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={going.length === 0} onClick={split}>
            Put into a new theme
          </Button>
        </>
      }
    >
      <ul className="divide-y divide-line rounded-md border border-line">
        {notes.map((note) => (
          <Choice key={note.id} id={note.id} isChosen={chosen.has(note.id)} onToggle={() => toggle(note.id)} />
        ))}
      </ul>
    </Dialog>
  )
}

function Choice({
  id,
  isChosen,
  onToggle,
}: {
  readonly id: string
  readonly isChosen: boolean
  readonly onToggle: () => void
}) {
  const text = useEntryValue('notes', id, (note) => note?.text ?? '')
  return (
    <li>
      <label className="flex min-h-11 cursor-pointer items-start gap-3 px-3 py-2.5 hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-focus">
        <input type="checkbox" checked={isChosen} onChange={onToggle} className="mt-1 size-4 shrink-0 accent-ink" />
        <span className="min-w-0 break-words whitespace-pre-wrap">{text}</span>
      </label>
    </li>
  )
}
