import { useEffect, useRef } from 'react'
import type { Timer } from '../../../shared/review/timer.ts'
import { announce } from '../../ui/announce.ts'
import { chime } from './chime.ts'
import { volumeHere } from './sound.ts'
import { timerMoment } from './timer-look.ts'

/** Says and sounds once when the last minute begins, and once when the time is up. */
export function useSpokenTimer(timer: Timer): void {
  const remainingMs = timer.state === 'running' ? timer.remainingMs : null
  const before = useRef<number | null>(null)
  useEffect(() => {
    const last = before.current
    before.current = remainingMs
    if (last === null || remainingMs === null) return
    const moment = timerMoment(last, remainingMs)
    if (moment === null) return
    announce(moment === 'time-up' ? 'Time is up. Nobody is cut off.' : 'One minute left')
    chime(moment, volumeHere())
  }, [remainingMs])
}
