import { Copy, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../session/context.tsx'
import { useUnsaved } from '../../session/hooks.ts'
import type { UnsavedBecause } from '../../session/salvage/unsaved.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

const reasons: Readonly<Record<UnsavedBecause, string>> = {
  observer: 'You were watching only by then.',
  'server-only': 'This is written by the server alone.',
  'not-the-author': 'Only its author may change this.',
  'board-closed': 'The review was finished by then.',
  'removed-from-board': 'You were no longer on the review.',
  'no-such-entry': 'What it belonged to is not there any more.',
  'not-valid': 'It did not fit in its place.',
  'no-such-board': 'The review was deleted.',
  'not-accepted': 'The board did not take it.',
}

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
        <ul className="divide-y divide-line">
          {words.map((each) => (
            <li key={each.key} className="py-3">
              <p className="text-sm text-ink-soft">
                {each.where}. {reasons[each.because]}
              </p>
              <p className="my-2 whitespace-pre-wrap">{each.text}</p>
              <div className="flex gap-2">
                <Button size="sm" icon={<Copy />} onClick={() => void copy(each.text)}>
                  Copy
                </Button>
                <Button size="sm" variant="ghost" icon={<Trash2 />} onClick={() => unsaved.letGo(each.key)}>
                  Let go
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </Dialog>
    </div>
  )
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    announce('Copied')
  } catch {
    announce('This browser did not let me copy. Select the text and copy it yourself.')
  }
}
