import {
  ArrowDown,
  ArrowUp,
  Check,
  CornerDownRight,
  Ellipsis,
  FileSearch,
  IndentDecrease,
  IndentIncrease,
  Link2,
  Split,
  Trash2,
} from 'lucide-react'
import { type Category, categories } from '../../../shared/incident/categories.ts'
import { target } from '../../../shared/review/target.ts'
import { useSession } from '../../session/context.tsx'
import { useLinking } from '../../session/linking.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { Menu, type MenuDivider, type MenuItem } from '../../ui/Menu.tsx'
import { categoryIcons } from './CategoryMark.tsx'
import type { Outline } from './outline.ts'

interface WhyMenuProps {
  readonly id: string
  readonly category: Category | null
  readonly outline: Outline
  readonly onProve: () => void
}

/** All that the keyboard does to a why, for fingers, and what it has no key for. */
export function WhyMenu({ id, category, outline, onProve }: WhyMenuProps) {
  const { verbs } = useSession()
  const { pick } = useLinking()
  const items: readonly (MenuItem | MenuDivider)[] = [
    {
      label: 'Ask why again',
      icon: <CornerDownRight />,
      shortcut: '$mod+Enter',
      onSelect: () => outline.add(id, 'child'),
    },
    { label: 'Evidence', icon: <FileSearch />, onSelect: onProve },
    { label: 'Link to…', icon: <Link2 />, onSelect: () => pick(target('cause', id)) },
    { label: 'Make it a contributing factor', icon: <Split />, onSelect: () => verbs.setCause(id, { kind: 'factor' }) },
    { divider: true, heading: 'Category' },
    ...categoryItems(category, (next) => verbs.setCause(id, { category: next })),
    { divider: true, heading: 'Move' },
    {
      label: 'Deeper',
      icon: <IndentIncrease />,
      shortcut: 'Tab',
      onSelect: () => outline.move(id, 'deeper'),
    },
    { label: 'Back', icon: <IndentDecrease />, shortcut: 'Shift+Tab', onSelect: () => outline.move(id, 'back') },
    { label: 'Up', icon: <ArrowUp />, shortcut: 'Alt+ArrowUp', onSelect: () => outline.move(id, 'up') },
    { label: 'Down', icon: <ArrowDown />, shortcut: 'Alt+ArrowDown', onSelect: () => outline.move(id, 'down') },
    { divider: true },
    { label: 'Remove', icon: <Trash2 />, danger: true, onSelect: () => outline.remove(id) },
  ]
  return (
    <Menu
      items={items}
      trigger={
        <IconButton
          size="sm"
          label="More for this why"
          icon={<Ellipsis />}
          className="mt-0.5 opacity-0 group-focus-within/why:opacity-100 group-hover/why:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100"
        />
      }
    />
  )
}

/** Choosing the one that is chosen takes it away. */
export function categoryItems(
  chosen: Category | null,
  choose: (category: Category | null) => void,
): readonly MenuItem[] {
  return categories.map(({ id, title }) => ({
    label: id === chosen ? `${title}, chosen` : title,
    icon: id === chosen ? <Check /> : categoryIcons[id],
    onSelect: () => choose(id === chosen ? null : id),
  }))
}
