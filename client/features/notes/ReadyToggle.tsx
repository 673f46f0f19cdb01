import { Check } from 'lucide-react'
import { useSession } from '../../session/context.tsx'
import { useMay, useMe, usePhase, useReady } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'

/** "I'm done": tells the facilitator not to wait, and stops nobody from going on. */
export function ReadyToggle() {
  const { verbs } = useSession()
  const { item } = usePhase()
  const isReady = useReady(item.id)
  const { counts } = useMe()
  const mayWrite = useMay().change('notes', 'theme').allowed
  if (!counts || !mayWrite) return null
  return (
    <Button
      size="sm"
      variant={isReady ? 'primary' : 'secondary'}
      aria-pressed={isReady}
      icon={<Check />}
      onClick={() => verbs.setReady(item.id, !isReady)}
    >
      I’m done
    </Button>
  )
}
