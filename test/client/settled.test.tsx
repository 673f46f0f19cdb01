// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useSettled } from '../../client/session/use-settled.ts'
import { cell } from '../../client/session/watched.ts'

const itself = (text: string) => text

describe('a text that is watched until it stands still', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('[ACROSS4] is told once nobody has typed for a while, and re-renders nothing before', () => {
    const text = cell('')
    let renders = 0
    const { result } = renderHook(() => {
      renders += 1
      return useSettled(text, itself, 1500)
    })
    for (const typed of ['N', 'No', 'Nobody', 'Nobody drilled']) {
      act(() => text.set(typed))
      act(() => vi.advanceTimersByTime(1400))
    }
    expect({ told: result.current, renders }).toEqual({ told: '', renders: 1 })
    act(() => vi.advanceTimersByTime(100))
    expect({ told: result.current, renders }).toEqual({ told: 'Nobody drilled', renders: 2 })
  })
})
