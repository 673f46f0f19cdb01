import { Suspense, useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../shared/api/boards.ts'
import type { Joining } from '../features/join/JoinForm.tsx'
import { getBoard, getInvitation, join } from '../session/api.ts'
import { lazily } from '../ui/lazily.ts'
import { loadAhead } from '../ui/load-ahead.ts'
import { type Entrance, enterBoard, inviteOf, isAway } from './enter-board.ts'
import { forgetBoard, knowBoard, knownBoard } from './known-boards.ts'
import { LiveBoard } from './LiveBoard.tsx'
import { Loading } from './pages.tsx'

const ClosedPage = lazily(async () => (await import('./ClosedPage.tsx')).ClosedPage)
const OtherPersonPage = lazily(async () => (await import('./OtherPersonPage.tsx')).OtherPersonPage)
const JoinPage = lazily(async () => (await import('./JoinPage.tsx')).JoinPage)

/** How long before a board that could not be reached is asked for again. */
const retryMs = 4000
/** Whoever has a copy on this device waits no longer for a server that does not answer. */
const patienceMs = 4000

/** Whoever follows a link to a board: in, asked for a name, or told why not. */
export function BoardPage({ id, page }: { readonly id: string; readonly page: 'board' | 'report' }) {
  const [entrance, setEntrance] = useState<Entrance | null>(null)
  const [visit, setVisit] = useState(0)
  const [did, setDid] = useState('')

  const enter = useCallback(async () => {
    const known = knownBoard(id)
    const visitor = { invite: inviteInAddress(), epoch: known?.board.epoch ?? null }
    // The copy on this device opens without the server.
    const copy: Entrance | null = known && { state: 'member', answer: known, isOld: true }
    const entering = enterBoard({ getBoard, getInvitation, join }, id, visitor)
    const found = await (copy && visitor.invite === null ? Promise.race([entering, after(patienceMs, copy)]) : entering)
    setEntrance(copy && found.state === 'closed' && isAway(found.because) ? copy : found)
    setVisit((before) => before + 1)
  }, [id])

  useEffect(() => loadAhead(ClosedPage.preload), [])

  useEffect(() => {
    // Not at once: a page that is mounted twice, as React does in development, must not use a link up twice.
    const timer = setTimeout(() => void enter())
    return () => clearTimeout(timer)
  }, [enter])

  useEffect(() => {
    // A link that is pasted over the address of its own board loads nothing anew. In a report it leads to a heading.
    if (page !== 'board') return
    const followed = () => {
      if (inviteInAddress() !== null) void enter()
    }
    window.addEventListener('hashchange', followed)
    return () => window.removeEventListener('hashchange', followed)
  }, [enter, page])

  useEffect(() => {
    if (entrance?.state === 'member') {
      knowBoard(entrance.answer)
      dropInvite()
    }
    if (entrance?.state !== 'closed') return
    if (entrance.because === 'no-such-board' || entrance.because === 'not-a-member') forgetBoard(id)
    if (!isAway(entrance.because)) return
    const timer = setTimeout(() => void enter(), retryMs)
    return () => clearTimeout(timer)
  }, [entrance, enter, id])

  if (entrance === null) return <Loading />
  if (entrance.state === 'closed')
    return (
      <Suspense fallback={<Loading />}>
        <ClosedPage board={id} because={entrance.because} onRetry={() => void enter()} />
      </Suspense>
    )
  if (entrance.state === 'member')
    return (
      <LiveBoard
        key={visit}
        board={entrance.answer.board}
        me={entrance.answer.me}
        isWelcome={entrance.isOld === undefined}
        did={did}
        page={page}
        onRejoin={() => void enter()}
      />
    )

  if (entrance.state === 'other-person') {
    const { name, invite, answer } = entrance
    const goOn = async () => {
      const joined = await join(id, { invite })
      if (!joined.allowed) return joined.reason
      setEntrance({ state: 'member', answer: joined.value })
      return null
    }
    return (
      <OtherPersonPage
        name={name}
        answer={answer}
        onGoOn={goOn}
        onStay={(mine) => setEntrance({ state: 'member', answer: mine, isOld: true })}
      />
    )
  }

  const joinAs = async ({ name, did }: Joining): Promise<Problem | null> => {
    const answer = await join(id, { invite: entrance.invite, name })
    if (!answer.allowed) return answer.reason
    setDid(did)
    setEntrance({ state: 'member', answer: answer.value })
    return null
  }
  return <JoinPage invitation={entrance.invitation} link={window.location.href} onJoin={joinAs} />
}

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms))
}

function inviteInAddress(): string | null {
  return inviteOf(window.location.hash)
}

/** The secret has done its work; it does not belong into a shared screen, nor into a copied address. */
function dropInvite(): void {
  if (window.location.hash !== '') history.replaceState(history.state, '', window.location.pathname)
}
