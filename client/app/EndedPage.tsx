import { type ReactNode, Suspense, useEffect } from 'react'
import { useSession } from '../session/context.tsx'
import { useSessionFacts } from '../session/hooks.ts'
import { useSavedState } from '../session/use-saved.ts'
import { lazily } from '../ui/lazily.ts'
import { loadAhead } from '../ui/load-ahead.ts'
import { forgetBoard } from './known-boards.ts'
import { Loading } from './pages.tsx'

const NotLetIn = lazily(async () => (await import('./EndedMessage.tsx')).NotLetIn)
const EndedMessage = lazily(async () => (await import('./EndedMessage.tsx')).EndedMessage)

/** The board, or why it is over for this browser. */
export function EndedPage({ onRejoin, children }: { readonly onRejoin: () => void; readonly children: ReactNode }) {
  const { boardId } = useSession()
  const ended = useSavedState()
  const hasBoard = useSessionFacts(({ phase }) => phase !== '')
  const isOver =
    ended.state === 'refused' && (ended.because === 'no-such-board' || ended.because === 'removed-from-board')
  useEffect(() => loadAhead(EndedMessage.preload), [])
  useEffect(() => {
    if (isOver) forgetBoard(boardId)
  }, [isOver, boardId])
  if (ended.state === 'turned-away' && !hasBoard) {
    return (
      <Suspense fallback={<Loading />}>
        <NotLetIn because={ended.because} />
      </Suspense>
    )
  }
  if (ended.state !== 'refused' || ended.because === 'putting-in-order' || ended.because === 'page-too-old') {
    return children
  }
  return (
    <Suspense fallback={<Loading />}>
      <EndedMessage because={ended.because} onRejoin={onRejoin} />
    </Suspense>
  )
}
