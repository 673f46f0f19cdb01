import { Volume2, VolumeX } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/Button.tsx'
import { chime } from './chime.ts'
import { useVolume } from './sound.ts'

/** How loud this device tells of the last minute and the end; let go of, it sounds once. */
export function TimerSound() {
  const [volume, setVolume] = useVolume()
  const [before, setBefore] = useState(40)
  const isMuted = volume === 0
  const toggle = () => {
    if (!isMuted) setBefore(volume)
    setVolume(isMuted ? before : 0)
  }
  return (
    <div className="mt-3 flex items-center gap-2 border-t border-line pt-3">
      <IconButton
        size="sm"
        label={isMuted ? 'Let the timer sound on this device' : 'Mute the timer on this device'}
        icon={isMuted ? <VolumeX /> : <Volume2 />}
        onClick={toggle}
      />
      <input
        type="range"
        aria-label="Volume of the timer on this device"
        min={0}
        max={100}
        step={10}
        value={volume}
        onChange={(event) => setVolume(Number(event.target.value))}
        onPointerUp={() => chime('last-minute', volume)}
        onKeyUp={({ key }) => key.startsWith('Arrow') && chime('last-minute', volume)}
        className="h-7 min-w-0 flex-1 accent-ink"
      />
    </div>
  )
}
