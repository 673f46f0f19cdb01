import { useSavedState } from '../../session/use-saved.ts'
import { NoticeBar } from '../../ui/NoticeBar.tsx'

/** Cut off, in a browser that keeps nothing: what is not sent yet is in this page alone. */
export function NotKeptNotice() {
  const saved = useSavedState()
  const isCutOff = saved.state === 'offline' || saved.state === 'unreachable' || saved.state === 'turned-away'
  if (!isCutOff || saved.keepsCopy) return null
  return (
    <NoticeBar>
      This device has no room for the review, or the browser forbids it. What is not sent yet is in this page alone:
      keep it open until it says Saved.
    </NoticeBar>
  )
}
