import {
  Group,
  Link2,
  ListPlus,
  MessageSquareText,
  MoveRight,
  PenLine,
  Presentation,
  Trash2,
  Ungroup,
} from 'lucide-react'
import { target } from '../../../shared/review/target.ts'
import { useDraft, useMay, useMe, useSessionFacts } from '../../session/hooks.ts'
import { useLinking } from '../../session/linking.tsx'
import type { MenuDivider, MenuItem, Opened } from '../../ui/Menu.tsx'
import { MenuPopup } from '../../ui/MenuPopup.tsx'
import { useNoteActions } from './note-actions.ts'

export interface NoteMenuProps extends Opened {
  readonly id: string
  readonly author: string | null
  readonly text: string
  readonly theme: string | null
}

/** What can be done with a note. */
export function NoteMenu({ id, author, text, theme, ...opened }: NoteMenuProps) {
  const actions = useNoteActions()
  const { pick } = useLinking()
  const may = useMay()
  const me = useMe()
  const isLit = useSessionFacts((session) => session.spotlight?.target === target('note', id))
  const mayWord = may.change('notes', 'text', author)
  const maySort = may.change('notes', 'theme')
  const mayAct = may.create('actions')
  // Of a note without a name only its author's own browser knows that it is theirs.
  const isMine = useDraft(id) !== undefined
  const mayBin = may.change('notes', 'removed', author).allowed || isMine

  const items: (MenuItem | MenuDivider)[] = []
  const put = (allowed: boolean, item: MenuItem) => {
    if (allowed) items.push(item)
  }
  put(mayWord.allowed, {
    label: 'Edit',
    icon: <PenLine />,
    shortcut: 'Enter',
    onSelect: () => actions.open({ editing: id }),
  })
  put(may.change('notes', 'discussion').allowed, {
    label: 'Write down what was said',
    icon: <MessageSquareText />,
    onSelect: () => actions.open({ discussing: id }),
  })
  put(maySort.allowed, { label: 'Move to…', icon: <MoveRight />, shortcut: 'm', onSelect: () => actions.move(id) })
  put(maySort.allowed, { label: 'Group with…', icon: <Group />, shortcut: 'g', onSelect: () => actions.group(id) })
  put(maySort.allowed && theme !== null, {
    label: 'Take out of the theme',
    icon: <Ungroup />,
    onSelect: () => actions.ungroup(id),
  })
  put(mayAct.allowed, {
    label: 'Add action',
    icon: <ListPlus />,
    shortcut: 'a',
    onSelect: () => actions.addAction(target('note', id), text),
  })
  put(may.create('links').allowed, {
    label: 'Link to…',
    icon: <Link2 />,
    shortcut: 'l',
    onSelect: () => pick(target('note', id)),
  })
  put(me.role === 'facilitator', {
    label: isLit ? 'Take out of the spotlight' : 'Put in the spotlight',
    icon: <Presentation />,
    onSelect: () => actions.spotlight(isLit ? null : target('note', id)),
  })
  if (mayBin && maySort.allowed) {
    items.push(
      { divider: true },
      { label: 'Put in the bin', icon: <Trash2 />, danger: true, onSelect: () => actions.bin(id) },
    )
  }
  return <MenuPopup {...opened} items={items} />
}
