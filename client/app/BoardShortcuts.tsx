import { useLocation } from 'wouter'
import { reportPage } from '../../shared/api/paths.ts'
import { useProjector, useTheme } from '../features/theme/theme.ts'
import { patchMe } from '../session/api.ts'
import { useSession } from '../session/context.tsx'
import { useMe, useSessionFacts, useUndo } from '../session/hooks.ts'
import { useShortcut } from '../ui/shortcuts.tsx'
import { toast } from '../ui/toast.ts'
import { useOpenDialog } from './board-dialogs.tsx'

/** What can be done on any board by key or by name, apart from what the parts on screen add themselves. */
export function BoardShortcuts() {
  const session = useSession()
  const { boardId } = session
  const isLocked = useSessionFacts((facts) => facts.locked === true)
  const open = useOpenDialog()
  const [, navigate] = useLocation()
  const me = useMe()
  const leads = me.role === 'facilitator'
  const [, chooseTheme] = useTheme()
  const [projector, setProjector] = useProjector()
  const undo = useUndo()

  useShortcut('$mod+k', 'Find a command', () => open('palette'), { group: 'Board' })
  useShortcut('Shift+?', 'Keyboard shortcuts', () => open('shortcuts'), { group: 'Board' })
  useShortcut('s', 'Share', () => open('share'), { group: 'Board' })
  useShortcut('$mod+z', 'Undo my last change', () => undo.undo() || toast({ title: 'Nothing of yours to undo' }), {
    group: 'Board',
  })
  useShortcut('$mod+Shift+z', 'Redo', () => undo.redo() || toast({ title: 'Nothing to redo' }), { group: 'Board' })
  useShortcut(null, 'Open the report', () => navigate(reportPage(boardId)), { group: 'Board' })
  useShortcut(null, 'All my reviews', () => navigate('/'), { group: 'Board' })
  useShortcut(null, 'Change my name or colour', () => open('myself'), { group: 'Me' })
  useShortcut(null, 'Theme: light', () => chooseTheme('light'), { group: 'Look' })
  useShortcut(null, 'Theme: dark', () => chooseTheme('dark'), { group: 'Look' })
  useShortcut(null, 'Theme: same as this device', () => chooseTheme('system'), { group: 'Look' })
  useShortcut(null, projector ? 'Normal type size' : 'Projector: bigger type', () => setProjector(!projector), {
    group: 'Look',
  })
  const facilitators = { group: 'Leading the review', enabled: leads }
  useShortcut(null, 'Change the agenda', () => open('agenda'), facilitators)
  useShortcut(null, 'Change the settings', () => open('settings'), facilitators)
  useShortcut(null, 'Change the sections', () => open('sections'), facilitators)
  useShortcut(null, 'Save as a template', () => open('save-template'), facilitators)
  useShortcut(
    null,
    isLocked ? 'Unlock the board' : 'Lock the board',
    () => void session.command({ type: isLocked ? 'board.unlock' : 'board.lock' }),
    facilitators,
  )
  useShortcut(
    null,
    me.counts ? 'I only facilitate' : 'I take part, too',
    () => void patchMe(boardId, { counts: !me.counts }),
    facilitators,
  )
  useShortcut(null, 'Rename the review', () => open('rename'), facilitators)
  useShortcut(null, 'Send events by HTTP', () => open('send-events'), facilitators)
  useShortcut(null, 'Finish the review', () => open('finish'), facilitators)
  useShortcut(null, 'Delete the review', () => open('delete'), facilitators)
  return null
}
