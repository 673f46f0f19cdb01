import { useMe, usePresence } from '../../session/hooks.ts'
import { useSavedState } from '../../session/use-saved.ts'
import { NoticeBar } from '../../ui/NoticeBar.tsx'
import { turnedAwayWords } from './turned-away.ts'

/** There is no room: for more words on the review, or for this browser on the server. */
export function NoRoomNotice() {
  const saved = useSavedState()
  const isFull = usePresence((_people, server) => server?.full === true)
  const isObserver = useMe().role === 'observer'
  if (saved.state === 'turned-away') {
    const { happened, todo } = turnedAwayWords[saved.because]
    return (
      <NoticeBar>
        {happened} {todo}
      </NoticeBar>
    )
  }
  if (!isFull || isObserver) return null
  return (
    <NoticeBar>
      This review is full: it takes no more words. Reading, moving, voting and the report go on. Shorten what is written
      to make room, or go on in a new review.
    </NoticeBar>
  )
}
