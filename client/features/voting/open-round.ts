import type { Command } from '../../../shared/api/commands.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { toast } from '../../ui/toast.ts'

type Wishes = Omit<Extract<Command, { type: 'round.open' }>, 'type' | 'id'>

/** Opens a vote beside those that were counted, and says so. */
export async function openRound(session: BoardSession, wishes: Wishes, title: string): Promise<boolean> {
  const answer = await session.command({ type: 'round.open', ...wishes })
  if (answer.allowed) toast({ title })
  else toast({ title: 'No vote was opened', description: answer.reason.detail, tone: 'danger' })
  return answer.allowed
}
