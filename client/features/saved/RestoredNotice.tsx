import { useSession } from '../../session/context.tsx'
import { useRestored } from '../../session/use-saved.ts'
import { Button } from '../../ui/Button.tsx'
import { NoticeBar } from '../../ui/NoticeBar.tsx'

/** The server came back from a backup: what this browser put back, and what to look at. */
export function RestoredNotice() {
  const { restored } = useSession()
  const count = useRestored()
  if (count === null) return null
  return (
    <NoticeBar
      action={
        <Button size="sm" onClick={() => restored.set(null)}>
          Got it
        </Button>
      }
    >
      The server came back from a backup. {putBack(count)} The phase and the counted votes may be older than you
      remember.
    </NoticeBar>
  )
}

function putBack(count: number): string {
  if (count === 0) return 'This browser had nothing to put back.'
  return count === 1
    ? 'One thing that it lacked is back on the board, from this browser.'
    : `${count} things that it lacked are back on the board, from this browser.`
}
