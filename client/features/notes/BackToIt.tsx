import { CornerUpLeft } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Target } from '../../../shared/review/session.ts'
import { usePanels } from '../../session/panels.tsx'
import { placeOf, showTarget } from '../../session/show-target.ts'
import { Button } from '../../ui/Button.tsx'

/** For whoever wandered off: back to what the facilitator shows. There only while that is out of sight. */
export function BackToIt({ target }: { readonly target: Target }) {
  const panels = usePanels()
  const isAway = useIsAway(target)
  if (!isAway) return null
  return (
    <Button size="sm" icon={<CornerUpLeft />} onClick={() => showTarget(target, panels)}>
      Back to the facilitator
    </Button>
  )
}

/** Looked at twice a second: what is shown moves under many hands, and nothing else tells. */
const lookMs = 500

function useIsAway(target: Target): boolean {
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    const look = () => setAway(isOutOfSight(placeOf(target)))
    look()
    const timer = setInterval(look, lookMs)
    return () => clearInterval(timer)
  }, [target])
  return isAway
}

/** Where it is nowhere, there is nothing to go back to. */
function isOutOfSight(place: HTMLElement | undefined): boolean {
  if (place === undefined) return false
  const { top, bottom, left, right } = place.getBoundingClientRect()
  return bottom < 0 || right < 0 || top > window.innerHeight || left > window.innerWidth
}
