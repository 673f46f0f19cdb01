import { nanoid } from 'nanoid'
import { useLocation } from 'wouter'
import { useSession } from '../session/context.tsx'
import { lazily } from '../ui/lazily.ts'
import type { DialogName } from './board-dialogs.tsx'
import { forgetBoard } from './known-boards.ts'

const ShareDialog = lazily(async () => (await import('../features/share/ShareDialog.tsx')).ShareDialog)
const AgendaDialog = lazily(async () => (await import('../features/agenda/AgendaDialog.tsx')).AgendaDialog)
const SectionsDialog = lazily(async () => (await import('../features/templates/SectionsDialog.tsx')).SectionsDialog)
const SaveTemplateDialog = lazily(
  async () => (await import('../features/templates/SaveTemplateDialog.tsx')).SaveTemplateDialog,
)
const SettingsDialog = lazily(async () => (await import('../features/settings/SettingsDialog.tsx')).SettingsDialog)
const BinDialog = lazily(async () => (await import('../features/notes/BinDialog.tsx')).BinDialog)
const SendEventsDialog = lazily(
  async () => (await import('../features/send-events/SendEventsDialog.tsx')).SendEventsDialog,
)
const RenameDialog = lazily(async () => (await import('../features/manage/RenameDialog.tsx')).RenameDialog)
const MyselfDialog = lazily(async () => (await import('../features/manage/MyselfDialog.tsx')).MyselfDialog)
const FinishDialog = lazily(async () => (await import('../features/manage/FinishDialog.tsx')).FinishDialog)
const DeleteDialog = lazily(async () => (await import('../features/manage/DeleteDialog.tsx')).DeleteDialog)
const ShortcutsPanel = lazily(async () => (await import('../features/shortcuts/ShortcutsPanel.tsx')).ShortcutsPanel)
const Palette = lazily(async () => (await import('../features/shortcuts/Palette.tsx')).Palette)

/** The one of the board's dialogs that is open. */
export function BoardDialog({ name, onClose }: { readonly name: DialogName; readonly onClose: () => void }) {
  const { boardId } = useSession()
  const [, navigate] = useLocation()
  switch (name) {
    case 'share':
      return <ShareDialog origin={window.location.origin} onClose={onClose} />
    case 'agenda':
      return <AgendaDialog newId={nanoid} onClose={onClose} />
    case 'sections':
      return <SectionsDialog newId={nanoid} onClose={onClose} />
    case 'save-template':
      return <SaveTemplateDialog newId={nanoid} onClose={onClose} />
    case 'settings':
      return <SettingsDialog onClose={onClose} />
    case 'bin':
      return <BinDialog onClose={onClose} />
    case 'send-events':
      return <SendEventsDialog origin={window.location.origin} onClose={onClose} />
    case 'rename':
      return <RenameDialog onClose={onClose} />
    case 'myself':
      return <MyselfDialog onClose={onClose} />
    case 'finish':
      return <FinishDialog onClose={onClose} />
    case 'delete':
      return (
        <DeleteDialog
          onClose={onClose}
          onDeleted={() => {
            forgetBoard(boardId)
            navigate('/')
          }}
        />
      )
    case 'shortcuts':
      return <ShortcutsPanel onClose={onClose} />
    case 'palette':
      return <Palette onClose={onClose} />
  }
}
