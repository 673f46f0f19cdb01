import type { Command } from '../../shared/api/commands.ts'
import { patchMe } from '../session/api.ts'
import { useSession } from '../session/context.tsx'
import { useMe, useSessionFacts } from '../session/hooks.ts'
import { useShortcut } from '../ui/shortcuts.tsx'
import { toast } from '../ui/toast.ts'
import { useOpenDialog } from './board-dialogs.tsx'
import { useReopen } from './use-reopen.ts'

const group = 'Leading the review'

/** What a facilitator can do by name alone. */
export function LeadingCommands() {
  const session = useSession()
  const open = useOpenDialog()
  const reopen = useReopen()
  const me = useMe()
  const isLocked = useSessionFacts((facts) => facts.locked === true)
  const isClosed = useSessionFacts((facts) => facts.status === 'closed')
  const hasTimer = useSessionFacts((facts) => facts.timer !== null)
  const hasSpotlight = useSessionFacts((facts) => facts.spotlight !== null)
  const send = async (command: Command) => {
    const answer = await session.command(command)
    if (!answer.allowed) toast({ title: 'Nothing changed', description: answer.reason.detail, tone: 'danger' })
  }
  const timed = { group, enabled: hasTimer }

  useShortcut(null, 'Add a minute to the timer', () => void send({ type: 'timer.add', seconds: 60 }), timed)
  useShortcut(null, 'Stop the timer', () => void send({ type: 'timer.stop' }), timed)
  useShortcut(null, 'Turn the spotlight off', () => void send({ type: 'spotlight.set', target: null }), {
    group,
    enabled: hasSpotlight,
  })
  useShortcut(null, 'Change the agenda', () => open('agenda'), { group })
  useShortcut(null, 'Change the settings', () => open('settings'), { group })
  useShortcut(null, 'Change the sections', () => open('sections'), { group })
  useShortcut(null, 'Save as a template', () => open('save-template'), { group })
  useShortcut(
    null,
    isLocked ? 'Unlock the board' : 'Lock the board',
    () => void send({ type: isLocked ? 'board.unlock' : 'board.lock' }),
    { group },
  )
  useShortcut(
    null,
    me.counts ? 'I only facilitate' : 'I take part, too',
    () => void patchMe(session.boardId, { counts: !me.counts }),
    { group },
  )
  useShortcut(null, 'Rename the review', () => open('rename'), { group })
  useShortcut(null, 'Send events by HTTP', () => open('send-events'), { group })
  useShortcut(null, 'Finish the review', () => open('finish'), { group, enabled: !isClosed })
  useShortcut(null, 'Reopen the review', () => void reopen(), { group, enabled: isClosed })
  useShortcut(null, 'Delete the review', () => open('delete'), { group })
  return null
}
