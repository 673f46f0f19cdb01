import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../session/context.tsx'
import { useUnsaved } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { UnsavedList } from './UnsavedList.tsx'

/** Words that are not on the board: shown until their writer copied them or let them go. */
export function UnsavedNotice() {
  const { unsaved } = useSession()
  const words = useUnsaved()
  const [open, setOpen] = useState(false)
  if (words.length === 0) return null
  const count = `${words.length} thing${words.length === 1 ? '' : 's'} you wrote ${words.length === 1 ? 'is' : 'are'}`

  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-3 border-b border-amber/30 bg-amber-soft px-4 py-2 text-amber"
    >
      <p className="flex-1">{count} not on the board. Nothing is lost: it is kept on this device.</p>
      <Button size="sm" onClick={() => setOpen(true)}>
        Show
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Not on the board"
        description="These words are kept on this device until you let go of them."
        footer={
          <Button icon={<RotateCcw />} onClick={() => unsaved.tryAgain()}>
            Try all again
          </Button>
        }
      >
        <UnsavedList words={words} onLetGo={unsaved.letGo} />
      </Dialog>
    </div>
  )
}
