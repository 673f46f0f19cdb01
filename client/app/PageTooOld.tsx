import { useSavedState } from '../session/use-saved.ts'
import { Button } from '../ui/Button.tsx'
import { NoticeBar } from '../ui/NoticeBar.tsx'

/** Hindsight was updated while this page was open. */
export function PageTooOld() {
  const saved = useSavedState()
  if (saved.state !== 'refused' || saved.because !== 'page-too-old') return null
  return (
    <NoticeBar
      action={
        <Button size="sm" onClick={() => window.location.reload()}>
          Reload
        </Button>
      }
    >
      Hindsight was updated while this page was open, and needs a reload to go on. What you have written comes along.
    </NoticeBar>
  )
}
