import { Suspense, useEffect, useState } from 'react'
import type { BoardInfo, Me } from '../../shared/api/boards.ts'
import type { BoardSession } from '../session/board-session.ts'
import { SessionProvider } from '../session/context.tsx'
import { openBoardSession } from '../session/open.ts'
import { lazily, useArrival } from '../ui/lazily.ts'
import { Board } from './Board.tsx'
import { EndedPage } from './EndedPage.tsx'
import { Loading } from './pages.tsx'

/** So long a board may take to open before its page speaks of trouble. */
const patienceMs = 5000

const ClosedPage = lazily(async () => (await import('./ClosedPage.tsx')).ClosedPage)
const ReportPage = lazily(async () => (await import('../features/report/ReportPage.tsx')).ReportPage)

/** Opens the session of a member, and closes it when the page is left. */
export function LiveBoard({
  board,
  me,
  isWelcome,
  did,
  page,
  onRejoin,
}: {
  readonly board: BoardInfo
  readonly me: Me
  /** The server has just said so. */
  readonly isWelcome: boolean
  /** What they said on joining that they did in the incident. */
  readonly did: string
  readonly page: 'board' | 'report'
  readonly onRejoin: () => void
}) {
  const session = useBoardSession(board, me, isWelcome)

  useEffect(() => {
    if (session === null || did === '') return
    session.verbs.addResponder({ name: me.name, role: '', did })
  }, [session, did, me.name])

  if (session === null) return <Opening board={board.id} />
  return (
    <SessionProvider session={session}>
      <EndedPage onRejoin={onRejoin}>{page === 'board' ? <Board /> : <Report />}</EndedPage>
    </SessionProvider>
  )
}

function useBoardSession(
  { id, epoch }: BoardInfo,
  { id: me, name, role }: Me,
  isWelcome: boolean,
): BoardSession | null {
  const [session, setSession] = useState<BoardSession | null>(null)
  useEffect(() => {
    let opened: BoardSession | null = null
    let isLeft = false
    const open = async () => {
      opened = await openBoardSession({
        boardId: id,
        me: { id: me, name, role },
        epoch,
        isWelcome,
        origin: window.location.origin,
      })
      if (isLeft) await opened.close()
      else setSession(opened)
    }
    void open()
    return () => {
      isLeft = true
      setSession(null)
      void opened?.close()
    }
  }, [id, epoch, me, name, role, isWelcome])
  return session
}

/** Nothing of the board is on this device, and nobody answers: that is said, and it opens as soon as somebody does. */
function Opening({ board }: { readonly board: string }) {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return <Loading />
  return (
    <Suspense fallback={<Loading />}>
      <ClosedPage board={board} because="unreachable" onRetry={() => window.location.reload()} />
    </Suspense>
  )
}

function Report() {
  useArrival(ReportPage)
  return (
    <Suspense fallback={<Loading />}>
      <ReportPage />
    </Suspense>
  )
}
