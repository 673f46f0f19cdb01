// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { BoardTitle } from '../../client/app/BoardTitle.tsx'
import { volumeHere } from '../../client/features/timer/sound.ts'
import { TimerSound } from '../../client/features/timer/TimerSound.tsx'
import { spokenTimer, timerLook, timerMoment } from '../../client/features/timer/timer-look.ts'
import { setFlat } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

describe('a timer', () => {
  it('[UI12] is calm until the last minute and counts on after the end', () => {
    const running = (remainingMs: number) => ({ state: 'running', endsAt: 0, remainingMs }) as const
    expect(timerLook(running(61_000), 122_000)).toEqual({ mood: 'calm', left: 0.5 })
    expect(timerLook(running(60_000), 120_000).mood).toBe('last-minute')
    expect(timerLook(running(-1000), 120_000)).toEqual({ mood: 'over', left: 0 })
  })

  it('[UI12] is read out in words', () => {
    expect(spokenTimer({ state: 'running', endsAt: 0, remainingMs: 61_000 })).toBe('1 minute and 1 second left')
    expect(spokenTimer({ state: 'paused', remainingMs: -120_000 })).toBe('2 minutes over, paused')
  })
})

describe('the sound of a timer', () => {
  it('[UI17] comes once with the last minute and once with the end, however seldom somebody looks', () => {
    expect(timerMoment(60_001, 60_000)).toBe('last-minute')
    expect(timerMoment(60_000, 59_750)).toBeNull()
    expect(timerMoment(250, 0)).toBe('time-up')
    expect(timerMoment(90_000, -5000)).toBe('time-up')
    expect(timerMoment(-1, -250)).toBeNull()
  })

  it('[UI17] is as loud as this device was told, and muted with one press', async () => {
    const { session } = boardAlone({ as: 'ana' })
    const { user, unmount } = show(session, <TimerSound />)
    const volume = () => screen.getByRole('slider', { name: 'Volume of the timer on this device' })
    fireEvent.change(volume(), { target: { value: '70' } })
    await user.click(screen.getByRole('button', { name: 'Mute the timer on this device' }))
    expect([volumeHere(), volume()]).toMatchObject([0, { value: '0' }])
    unmount()
    show(session, <TimerSound />)
    expect(volume()).toHaveProperty('value', '0')
    await user.click(screen.getByRole('button', { name: 'Let the timer sound on this device' }))
    expect(volumeHere()).toBe(40)
  })
})

describe('the name of the page', () => {
  it('[UI18] counts down with the timer', () => {
    const { session, board } = boardAlone()
    show(session, <BoardTitle />)
    expect(document.title).toBe('Failover · Hindsight')
    act(() => setFlat(board, 'session', { timer: { startedAt: 1000, seconds: 299 } }))
    expect(document.title).toBe('04:59 · Failover · Hindsight')
  })
})
