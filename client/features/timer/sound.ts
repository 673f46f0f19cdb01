import { useState } from 'react'
import { remember, remembered } from '../../ui/remembered.ts'

const key = 'timer-volume'

/** How loud this device tells of the timer, from 0 (silent) to 100. */
export function volumeHere(): number {
  return Math.min(100, Math.max(0, Number(remembered(key) ?? 40) || 0))
}

export function useVolume(): readonly [volume: number, set: (volume: number) => void] {
  const [volume, show] = useState(volumeHere)
  return [
    volume,
    (next) => {
      remember(key, String(next))
      show(next)
    },
  ]
}
