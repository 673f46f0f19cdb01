import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../session/context.tsx'
import type { Unsaved } from '../../session/salvage/unsaved.ts'
import { useUnsaved, useUnsavedIsKept } from '../../session/use-saved.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { NoticeBar } from '../../ui/NoticeBar.tsx'
import { UnsavedList } from './UnsavedList.tsx'

/** How much is not on the board, and behind it each of the words. */
export function UnsavedWords() {
  const { unsaved } = useSession()
  const words = useUnsaved()
  const isKept = useUnsavedIsKept()
  const [open, setOpen] = useState(false)
  return (
    <NoticeBar
      action={
        <Button size="sm" onClick={() => setOpen(true)}>
          Show
        </Button>
      }
    >
      {whatIsNotThere(words)}{' '}
      {isKept
        ? 'Nothing is lost: it is kept on this device.'
        : 'This browser keeps nothing: copy it before you close this page.'}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Not on the board"
        description={`${
          isKept
            ? 'These words are kept on this device until you let go of them.'
            : 'These words are in this page alone: copy what you need.'
        }${words.some(isSeen) ? ' Notes that the backup lacks come back with their authors, texts when somebody tries again.' : ''}`}
        footer={
          <Button icon={<RotateCcw />} onClick={() => unsaved.tryAgain()}>
            Try all again
          </Button>
        }
      >
        <UnsavedList words={words} onLetGo={unsaved.letGo} />
      </Dialog>
    </NoticeBar>
  )
}

function whatIsNotThere(words: readonly Unsaved[]): string {
  const seen = words.filter(isSeen).length
  const mine = words.length - seen
  const parts = [
    ...(mine > 0 ? [`${things(mine)} you wrote`] : []),
    ...(seen > 0 ? [`${things(seen)} that the backup lacks`] : []),
  ]
  return `${parts.join(' and ')} ${words.length === 1 ? 'is' : 'are'} not on the board.`
}

const isSeen = ({ because }: Unsaved) => because === 'not-in-backup'

function things(count: number): string {
  return `${count} thing${count === 1 ? '' : 's'}`
}
