import { useCallback } from 'react'
import { useSession } from '../session/context.tsx'
import { toast } from '../ui/toast.ts'

export function useReopen(): () => Promise<void> {
  const session = useSession()
  return useCallback(async () => {
    const answer = await session.command({ type: 'board.reopen' })
    if (answer.allowed) toast({ id: 'status', title: 'The review is open again' })
    else toast({ id: 'status', title: 'The review stays finished', description: answer.reason.detail, tone: 'danger' })
  }, [session])
}
