import { createContext, type ReactNode, use } from 'react'
import type { BoardSession } from './board-session.ts'
import { FindingProvider } from './finding.tsx'

const SessionContext = createContext<BoardSession | null>(null)

export function SessionProvider({
  session,
  children,
}: {
  readonly session: BoardSession
  readonly children: ReactNode
}) {
  return (
    <SessionContext value={session}>
      <FindingProvider>{children}</FindingProvider>
    </SessionContext>
  )
}

export function useSession(): BoardSession {
  const session = use(SessionContext)
  if (session === null) throw new Error('useSession outside of a SessionProvider')
  return session
}
