import { Check, Hand, SmilePlus } from 'lucide-react'
import { type ReactElement, Suspense } from 'react'
import { takesPart } from '../../../shared/review/participation.ts'
import { useSession } from '../../session/context.tsx'
import { useMe, usePhase, usePresence } from '../../session/hooks.ts'
import { useReady } from '../../session/use-voting.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { lazily } from '../../ui/lazily.ts'
import { Popover } from '../../ui/Popover.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'

const ReactButtons = lazily(async () => (await import('./ReactButtons.tsx')).ReactButtons)

/** What I show of myself: that I am done here, and that I want to say something. `isBar`: in a phone's bottom bar. */
export function MyStanding({ isBar = false }: { readonly isBar?: boolean }) {
  const session = useSession()
  const me = useMe()
  const { item } = usePhase()
  const isReady = useReady(item.id)
  const isUp = usePresence((byPerson) => (byPerson.get(me.id)?.hand ?? null) !== null)
  const counts = takesPart(me)

  const toggleReady = () => void session.verbs.setReady(item.id, !isReady)
  const toggleHand = () => session.presence.set({ hand: isUp ? null : session.clock.now() })
  const group = 'Me'
  useShortcut('d', isReady ? 'I am not done here' : 'I am done here', toggleReady, { group, enabled: counts && !isBar })
  useShortcut('h', isUp ? 'Lower my hand' : 'Raise my hand', toggleHand, {
    group,
    enabled: me.role !== 'observer' && !isBar,
  })

  if (me.role === 'observer') return null
  const Toggle = isBar ? BarToggle : PlainToggle
  const react = isBar ? (
    <button type="button" className={barLook}>
      <SmilePlus />
      React
    </button>
  ) : (
    <IconButton label="React" variant="secondary" icon={<SmilePlus />} />
  )
  return (
    <>
      <Popover title="React" quietTitle trigger={react}>
        <Suspense>
          <ReactButtons />
        </Suspense>
      </Popover>
      <Toggle icon={<Hand />} label={isUp ? 'Hand is up' : 'Raise hand'} isOn={isUp} onToggle={toggleHand} />
      {counts && <Toggle icon={<Check />} label="I’m done" isOn={isReady} onToggle={toggleReady} />}
    </>
  )
}

interface ToggleProps {
  readonly icon: ReactElement
  readonly label: string
  readonly isOn: boolean
  readonly onToggle: () => void
}

function PlainToggle({ icon, label, isOn, onToggle }: ToggleProps) {
  return (
    <Button variant={isOn ? 'primary' : 'secondary'} icon={icon} aria-pressed={isOn} onClick={onToggle}>
      {label}
    </Button>
  )
}

const barLook =
  'flex min-h-13 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-sm text-ink-soft [&_svg]:size-5'

function BarToggle({ icon, label, isOn, onToggle }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onToggle}
      className={`${barLook} aria-pressed:text-ink aria-pressed:font-medium aria-pressed:[&_svg]:rounded-sm aria-pressed:[&_svg]:bg-ink aria-pressed:[&_svg]:p-0.5 aria-pressed:[&_svg]:text-paper`}
    >
      {icon}
      {label}
    </button>
  )
}
