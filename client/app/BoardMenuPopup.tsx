import {
  CalendarClock,
  Columns3,
  FileChartColumn,
  Flag,
  Keyboard,
  LayoutTemplate,
  Lock,
  LockOpen,
  Monitor,
  Moon,
  PenLine,
  Projector,
  RotateCcw,
  Search,
  Settings,
  Share2,
  Sun,
  Trash2,
  UserRound,
  Webhook,
} from 'lucide-react'
import { useLocation } from 'wouter'
import { reportPage } from '../../shared/api/paths.ts'
import { themes, themeTitles, useProjector, useTheme } from '../features/theme/theme.ts'
import { useSession } from '../session/context.tsx'
import { useMe, useSessionFacts } from '../session/hooks.ts'
import type { MenuDivider, MenuItem, Opened } from '../ui/Menu.tsx'
import { MenuPopup } from '../ui/MenuPopup.tsx'
import { useOpenDialog } from './board-dialogs.tsx'
import { useReopen } from './use-reopen.ts'

const themeIcons = { system: <Monitor />, light: <Sun />, dark: <Moon /> } as const

/** What the menu of a board holds. */
export function BoardMenuPopup(opened: Opened) {
  const session = useSession()
  const open = useOpenDialog()
  const [, navigate] = useLocation()
  const isFacilitator = useMe().role === 'facilitator'
  const isLocked = useSessionFacts((facts) => facts.locked === true)
  const isClosed = useSessionFacts((facts) => facts.status === 'closed')
  const [theme, chooseTheme] = useTheme()
  const [projector, setProjector] = useProjector()
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'

  const reopen = useReopen()

  const everyone: readonly (MenuItem | MenuDivider)[] = [
    { label: 'Report', icon: <FileChartColumn />, onSelect: () => navigate(reportPage(session.boardId)) },
    { label: 'Share', icon: <Share2 />, shortcut: 's', onSelect: () => open('share') },
    { label: 'Bin', icon: <Trash2 />, onSelect: () => open('bin') },
    { label: 'You on this review', icon: <UserRound />, onSelect: () => open('myself') },
    { divider: true },
    { label: `Theme: ${themeTitles[theme]}`, icon: themeIcons[theme], onSelect: () => chooseTheme(next) },
    {
      label: projector ? 'Normal type size' : 'Projector: bigger type',
      icon: <Projector />,
      onSelect: () => setProjector(!projector),
    },
    { label: 'Find a command', icon: <Search />, shortcut: '$mod+K', onSelect: () => open('palette') },
    { label: 'Keyboard shortcuts', icon: <Keyboard />, shortcut: 'Shift+?', onSelect: () => open('shortcuts') },
  ]
  const facilitators: readonly (MenuItem | MenuDivider)[] = [
    { divider: true },
    { label: 'Settings', icon: <Settings />, onSelect: () => open('settings') },
    { label: 'Agenda', icon: <CalendarClock />, onSelect: () => open('agenda') },
    { label: 'Sections', icon: <Columns3 />, onSelect: () => open('sections') },
    { label: 'Save as a template', icon: <LayoutTemplate />, onSelect: () => open('save-template') },
    { label: 'Send events by HTTP', icon: <Webhook />, onSelect: () => open('send-events') },
    {
      label: isLocked ? 'Unlock the board' : 'Lock the board',
      hint: isLocked ? undefined : 'Facilitators alone write',
      icon: isLocked ? <LockOpen /> : <Lock />,
      onSelect: () => void session.command({ type: isLocked ? 'board.unlock' : 'board.lock' }),
    },
    { label: 'Rename', icon: <PenLine />, onSelect: () => open('rename') },
    { divider: true },
    isClosed
      ? { label: 'Reopen the review', icon: <RotateCcw />, onSelect: () => void reopen() }
      : { label: 'Finish review', icon: <Flag />, onSelect: () => open('finish') },
    { label: 'Delete the review', icon: <Trash2 />, danger: true, onSelect: () => open('delete') },
  ]
  return <MenuPopup {...opened} items={isFacilitator ? [...everyone, ...facilitators] : everyone} />
}
