import {
  ArrowDown,
  ArrowUp,
  Ellipsis,
  Link2,
  ListPlus,
  Merge,
  MessageSquareText,
  Presentation,
  Split,
  Trash2,
} from 'lucide-react'
import { Suspense, useState } from 'react'
import { target } from '../../../shared/review/target.ts'
import { useSession } from '../../session/context.tsx'
import { useMay, useMe, usePlacement, useSessionFacts } from '../../session/hooks.ts'
import { useLinking } from '../../session/linking.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { Menu, type MenuDivider, type MenuItem } from '../../ui/Menu.tsx'
import { toast } from '../../ui/toast.ts'
import { focusNote } from './focus.ts'
import { MergeDialog, SplitDialog } from './later.ts'
import { useNoteActions } from './note-actions.ts'
import { count } from './written.ts'

/** What can be done with a theme. */
export function ThemeTools({ id, label }: { readonly id: string; readonly label: string }) {
  const { verbs, view } = useSession()
  const actions = useNoteActions()
  const { pick } = useLinking()
  const may = useMay()
  const me = useMe()
  const isLit = useSessionFacts((session) => session.spotlight?.target === target('theme', id))
  const themes = usePlacement().themes
  const at = themes.findIndex((each) => each.id === id)
  const [asked, ask] = useState<'merge' | 'split' | null>(null)

  const dissolve = () => {
    const notes = view.placement.get().themes.find((each) => each.id === id)?.notes ?? []
    if (!verbs.removeEntry('themes', id).allowed) return
    const [first] = notes
    if (first !== undefined) focusNote(first.id)
    toast({
      title: notes.length === 0 ? 'Theme removed' : `Theme removed, ${count(notes.length, 'note', 'notes')} kept`,
      action: { label: 'Undo', onClick: () => void verbs.restoreEntry('themes', id) },
    })
  }

  const items: (MenuItem | MenuDivider)[] = []
  const put = (allowed: boolean, item: MenuItem) => {
    if (allowed) items.push(item)
  }
  const mayChange = may.change('themes', 'rank').allowed
  put(may.change('themes', 'discussion').allowed, {
    label: 'Write down what was said',
    icon: <MessageSquareText />,
    onSelect: () => actions.open({ discussing: id }),
  })
  put(may.create('actions').allowed, {
    label: 'Add action',
    icon: <ListPlus />,
    onSelect: () => actions.addAction(target('theme', id), label),
  })
  put(may.create('links').allowed, {
    label: 'Link to…',
    icon: <Link2 />,
    onSelect: () => pick(target('theme', id)),
  })
  put(me.role === 'facilitator', {
    label: isLit ? 'Take out of the spotlight' : 'Put in the spotlight',
    icon: <Presentation />,
    onSelect: () => actions.spotlight(isLit ? null : target('theme', id)),
  })
  put(mayChange && at > 0, { label: 'Move earlier', icon: <ArrowUp />, onSelect: () => verbs.moveTheme(id, at - 1) })
  put(mayChange && at < themes.length - 1, {
    label: 'Move later',
    icon: <ArrowDown />,
    onSelect: () => verbs.moveTheme(id, at + 1),
  })
  const notes = themes[at]?.notes.length ?? 0
  put(mayChange && themes.length > 1, {
    label: 'Merge into…',
    icon: <Merge />,
    onSelect: () => ask('merge'),
  })
  put(mayChange && notes > 1, { label: 'Split…', icon: <Split />, onSelect: () => ask('split') })
  if (may.change('themes', 'removed').allowed) {
    items.push(
      { divider: true },
      { label: 'Remove theme, keep its notes', icon: <Trash2 />, danger: true, onSelect: dissolve },
    )
  }
  if (items.length === 0) return null
  return (
    <>
      <Menu
        items={items}
        trigger={<IconButton size="sm" label="More for this theme" icon={<Ellipsis />} data-no-drag />}
      />
      <Suspense>
        {asked === 'merge' && <MergeDialog id={id} onClose={() => ask(null)} />}
        {asked === 'split' && <SplitDialog id={id} onClose={() => ask(null)} />}
      </Suspense>
    </>
  )
}
