import { Menu as MenuIcon } from 'lucide-react'
import { useEffect } from 'react'
import { IconButton } from '../ui/Button.tsx'
import { loadAhead } from '../ui/load-ahead.ts'
import { MenuTrigger } from '../ui/Menu.tsx'
import { whenOpen } from '../ui/when-open.tsx'

const BoardMenuPopup = whenOpen(async () => (await import('./BoardMenuPopup.tsx')).BoardMenuPopup)

export function BoardMenu() {
  useEffect(() => loadAhead(BoardMenuPopup.preload), [])
  return (
    <MenuTrigger trigger={<IconButton label="Menu" icon={<MenuIcon />} />}>
      {(opened) => <BoardMenuPopup {...opened} />}
    </MenuTrigger>
  )
}
