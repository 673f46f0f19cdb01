import {
  Ellipsis,
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
import type { Ref } from 'react'
import { target } from '../../../shared/review/target.ts'
import { useDraft, useMay, useMe, useSessionFacts } from '../../session/hooks.ts'
import { useLinking } from '../../session/linking.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { Menu, type MenuDivider, type MenuItem } from '../../ui/Menu.tsx'
import { useNoteActions } from './note-actions.ts'

interface Props {
  readonly id: string
  readonly author: string | null
  readonly text: string
  readonly theme: string | null
}

/** What can be done with a note. Quiet until the note is pointed at; always there for fingers. */
export function NoteTools({ id, author, text, theme }: Props) {
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
  if (items.length === 0) return null

  return (
    <Tools>
      <Menu
        items={items}
        trigger={<IconButton size="sm" label="More for this note" icon={<Ellipsis />} data-no-drag />}
      />
    </Tools>
  )
}

export function Tools({ children, ref }: { readonly children: React.ReactNode; readonly ref?: Ref<HTMLSpanElement> }) {
  return (
    <span
      ref={ref}
      className="absolute right-0 bottom-0 -mr-1.5 inline-flex opacity-0 pointer-coarse:-bottom-2 pointer-coarse:-mr-3 transition-opacity group-focus-within/note:opacity-100 group-hover/note:opacity-100 pointer-coarse:opacity-100 has-[[data-popup-open]]:opacity-100"
    >
      {children}
    </span>
  )
}
