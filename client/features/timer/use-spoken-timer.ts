import { useEffect, useRef } from 'react'
import type { Timer } from '../../../shared/review/timer.ts'
import { announce } from '../../ui/announce.ts'

/** Says once when the last minute begins, and once when the time is up. */
export function useSpokenTimer(timer: Timer): void {
  const remainingMs = timer.state === 'running' ? timer.remainingMs : null
  const before = useRef<number | null>(null)
  useEffect(() => {
    const last = before.current
    before.current = remainingMs
    if (last === null || remainingMs === null) return
    if (last > 60_000 && remainingMs <= 60_000) announce('One minute left')
    if (last > 0 && remainingMs <= 0) announce('Time is up. Nobody is cut off.')
  }, [remainingMs])
}
