import { Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { reportPage } from '../../shared/api/paths.ts'
import { type ReactionKind, reactionKinds } from '../../shared/protocol/reactions.ts'
import type { AgendaItem } from '../../shared/review/session.ts'
import { reactionLooks } from '../features/me/reaction-looks.ts'
import { useProjector, useTheme } from '../features/theme/theme.ts'
import { useSession } from '../session/context.tsx'
import { useHighlightedPerson } from '../session/finding.tsx'
import { useMe, useSessionFacts } from '../session/hooks.ts'
import { lazily } from '../ui/lazily.ts'
import { useShortcut } from '../ui/shortcuts.tsx'
import { useOpenDialog } from './board-dialogs.tsx'
import { LeadingCommands } from './LeadingCommands.tsx'

const JumpDialog = lazily(async () => (await import('../features/agenda/JumpDialog.tsx')).JumpDialog)

/** What can be done on a board by name alone, apart from what the parts on screen add themselves. */
export function BoardCommands() {
  const { boardId } = useSession()
  const open = useOpenDialog()
  const [, navigate] = useLocation()
  const me = useMe()
  const leads = me.role === 'facilitator'
  const agenda = useSessionFacts((facts) => (facts.status === 'open' ? facts.agenda : none))
  const [jumpTo, setJumpTo] = useState<string | null>(null)

  useShortcut(null, 'Open the report', () => navigate(reportPage(boardId)), { group: 'Board' })
  useShortcut(null, 'All my reviews', () => navigate('/'), { group: 'Board' })
  useShortcut(null, 'What is in the bin', () => open('bin'), { group: 'Board' })
  useMine()
  useLook()
  return (
    <>
      {me.role !== 'observer' && reactionKinds.map((kind) => <ReactCommand key={kind} kind={kind} />)}
      {leads && <LeadingCommands />}
      {leads && agenda.map((item) => <PhaseCommand key={item.id} item={item} onGo={setJumpTo} />)}
      <Suspense>{jumpTo !== null && <JumpDialog phase={jumpTo} onClose={() => setJumpTo(null)} />}</Suspense>
    </>
  )
}

const none: readonly AgendaItem[] = []

function useMine(): void {
  const me = useMe()
  const open = useOpenDialog()
  const isAnonymous = useSessionFacts((facts) => facts.settings.attribution === 'anonymous')
  const [highlighted, highlight] = useHighlightedPerson()
  const isLit = highlighted === me.id
  useShortcut(null, 'Change my name or colour', () => open('myself'), { group: 'Me' })
  useShortcut(null, isLit ? 'Stop highlighting' : 'Highlight my notes', () => highlight(isLit ? null : me.id), {
    group: 'Me',
    enabled: !isAnonymous,
  })
}

function useLook(): void {
  const [, chooseTheme] = useTheme()
  const [projector, setProjector] = useProjector()
  const group = { group: 'Look' }
  useShortcut(null, 'Theme: light', () => chooseTheme('light'), group)
  useShortcut(null, 'Theme: dark', () => chooseTheme('dark'), group)
  useShortcut(null, 'Theme: same as this device', () => chooseTheme('system'), group)
  useShortcut(null, projector ? 'Normal type size' : 'Projector: bigger type', () => setProjector(!projector), group)
}

function ReactCommand({ kind }: { readonly kind: ReactionKind }) {
  const { presence } = useSession()
  useShortcut(null, `React: ${reactionLooks[kind].name}`, () => presence.react(kind), { group: 'Me' })
  return null
}

interface PhaseCommandProps {
  readonly item: AgendaItem
  readonly onGo: (phase: string) => void
}

/** Asks first, as the steps of the agenda do. */
function PhaseCommand({ item, onGo }: PhaseCommandProps) {
  const isCurrent = useSessionFacts((facts) => facts.phase === item.id)
  useShortcut(null, `Go to: ${item.title}`, () => onGo(item.id), { group: 'Leading the review', enabled: !isCurrent })
  return null
}
