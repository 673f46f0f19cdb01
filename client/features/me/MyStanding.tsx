import { Check, Hand } from 'lucide-react'
import { takesPart } from '../../../shared/review/participation.ts'
import { useSession } from '../../session/context.tsx'
import { useMe, usePhase, usePresence, useReady } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'

/** What I show of myself: that I am done here, and that I want to say something. */
export function MyStanding() {
  const session = useSession()
  const me = useMe()
  const { item } = usePhase()
  const isReady = useReady(item.id)
  const isUp = usePresence((byPerson) => (byPerson.get(me.id)?.hand ?? null) !== null)
  const counts = takesPart(me)

  const toggleReady = () => void session.verbs.setReady(item.id, !isReady)
  const toggleHand = () => session.presence.set({ hand: isUp ? null : session.clock.now() })
  useShortcut('d', isReady ? 'I am not done here' : 'I am done here', toggleReady, { group: 'Me', enabled: counts })
  useShortcut('h', isUp ? 'Lower my hand' : 'Raise my hand', toggleHand, {
    group: 'Me',
    enabled: me.role !== 'observer',
  })

  if (me.role === 'observer') return null
  return (
    <div className="flex items-center gap-2">
      <Button variant={isUp ? 'primary' : 'secondary'} icon={<Hand />} aria-pressed={isUp} onClick={toggleHand}>
        <span className="max-lg:sr-only">{isUp ? 'Hand is up' : 'Raise hand'}</span>
      </Button>
      {counts && (
        <Button
          variant={isReady ? 'primary' : 'secondary'}
          icon={<Check />}
          aria-pressed={isReady}
          onClick={toggleReady}
        >
          I’m done
        </Button>
      )}
    </div>
  )
}
