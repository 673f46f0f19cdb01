import { useUndo } from '../session/hooks.ts'
import { useShortcut } from '../ui/shortcuts.tsx'
import { toast } from '../ui/toast.ts'
import { useOpenDialog } from './board-dialogs.tsx'

/** What can be done on any board by key. */
export function BoardShortcuts() {
  const open = useOpenDialog()
  const undo = useUndo()
  useShortcut('$mod+k', 'Find a command', () => open('palette'), { group: 'Board' })
  useShortcut('Shift+?', 'Keyboard shortcuts', () => open('shortcuts'), { group: 'Board' })
  useShortcut('s', 'Share', () => open('share'), { group: 'Board' })
  useShortcut('$mod+z', 'Undo my last change', () => undo.undo() || toast({ title: 'Nothing of yours to undo' }), {
    group: 'Board',
  })
  const redo = () => undo.redo() || toast({ title: 'Nothing to redo' })
  useShortcut('$mod+Shift+z', 'Redo', redo, { group: 'Board' })
  useShortcut('$mod+y', 'Redo, as on Windows', redo, { group: 'Board' })
  return null
}
